using Microsoft.EntityFrameworkCore;
using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.Policies;
using Modular.Members.Contracts;

namespace Modular.DataProtection.Retention;

/// <summary>What an erasure of all persons whose data are no more to be kept would go through; nothing is changed by asking (chạy thử).</summary>
/// <param name="LeftBefore">Whoever left the Party, died or was removed before this day may be erased. <c>members(where: {leftOn: {lt: …}})</c> lists them.</param>
/// <param name="PersonCount">How many of them are not erased yet.</param>
/// <param name="Tables">Through how many rows of each kind it would go.</param>
[Classified(DataClass.Internal)]
internal sealed record RetentionPlan(DateOnly LeftBefore, int PersonCount, IReadOnlyList<RetentionTable> Tables);

/// <summary>How much of a kind of record is due.</summary>
/// <param name="KeptBy">The module, or the part of the system, that keeps it.</param>
/// <param name="Name">The kind of record.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="ErasedColumns">The columns that would be erased.</param>
[Classified(DataClass.Internal)]
internal sealed record RetentionTable(string KeptBy, string Name, int Rows, IReadOnlyList<string> ErasedColumns);

[QueryType]
internal static class RetentionQueries
{
    /// <summary>A dry run of an erasure of all persons whose data are no more to be kept (PD-15). Null for whoever may not see the whole province.</summary>
    [Requires(DataProtectionPermissions.PlanRetention)]
    public static Task<RetentionPlan?> GetRetentionPlanAsync(RetentionPlanning planning, CancellationToken cancellationToken) => planning.PlanAsync(cancellationToken);
}

/// <summary>Finds who is due.</summary>
internal sealed class RetentionPlanning(DataProtectionDbContext db, IMemberDirectory members, PersonalDataEraser eraser, IPolicies policies)
{
    public async Task<RetentionPlan?> PlanAsync(CancellationToken cancellationToken)
    {
        if (!db.Access.ScopeOf(DataProtectionPermissions.PlanRetention).CoversProvince)
            return null;
        var policy = await policies.InForceOnAsync<RetentionPolicy>(db.Today, cancellationToken);
        var leftBefore = policy.LeftBefore(db.Today);
        var due = await DueAsync(db, leftBefore, cancellationToken);
        var counts = await eraser.CountAsync(db, due, cancellationToken);
        return new RetentionPlan(
            leftBefore, due.Count, [.. counts.Where(count => count.Rows > 0).Select(count => new RetentionTable(count.Table.Owner, count.Table.Name, (int)count.Rows, [.. count.Table.Erased.Keys]))]);
    }

    /// <summary>Those who left before a day and are not erased yet.</summary>
    public async Task<HashSet<Guid>> DueAsync(DataProtectionDbContext context, DateOnly leftBefore, CancellationToken cancellationToken)
    {
        var former = (await members.FindFormerAsync(leftBefore, cancellationToken)).Select(member => member.Id).ToHashSet();
        former.ExceptWith(await context.ErasedPersons.Where(person => person.ErasedAt != null).Select(person => person.MemberId).ToListAsync(cancellationToken));
        return former;
    }
}
