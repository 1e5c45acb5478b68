using Microsoft.EntityFrameworkCore;
using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Retention;
using Modular.Kernel.Time;
using Modular.Members.Contracts;

namespace Modular.DataProtection.Retention;

/// <summary>Finds what is due: whose data, of which classes, and which records by their age.</summary>
internal sealed class RetentionPlanning(
    DataProtectionDbContext db, IMemberDirectory members, PersonalDataEraser eraser, AgedRecordsRemoval aged, IPolicies policies)
{
    private static readonly RetentionClass[] Classes = Enum.GetValues<RetentionClass>();

    public async Task<RetentionPlan?> PlanAsync(DateOnly? asOf, CancellationToken cancellationToken)
    {
        if (!db.Access.ScopeOf(DataProtectionPermissions.PlanRetention).CoversProvince)
            return null;
        var day = asOf ?? db.Today;
        var due = await DueAsync(db, day, cancellationToken);
        var classes = new List<ClassRetention>();
        foreach (var kept in Classes)
        {
            var counts = await eraser.CountAsync(db, kept, due.Persons[kept], cancellationToken);
            classes.Add(new ClassRetention(
                kept, due.Policy.Of(kept).Years, due.Policy.Of(kept).Instrument, due.Policy.LeftBefore(kept, day), due.Persons[kept].Count,
                [.. counts.Select(count => new RetentionTable(count.Table.Owner, count.Table.Name, (int)count.Rows, count.Columns))]));
        }

        return new RetentionPlan(day, due.Persons.Values.SelectMany(persons => persons).Distinct().Count(), classes, await RecordsAsync(day, due.Policy, cancellationToken));
    }

    /// <summary>Whose data of each class are no more to be kept on a day, and not erased yet.</summary>
    public async Task<DuePersons> DueAsync(DataProtectionDbContext context, DateOnly day, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<RetentionPolicy>(day, cancellationToken);
        var former = await members.FindFormerAsync(Classes.Max(kept => policy.LeftBefore(kept, day)), cancellationToken);
        var erased = (await context.ErasedPersons.Where(person => person.ErasedAt != null)
            .Select(person => new { person.MemberId, person.RetentionClass }).ToListAsync(cancellationToken)).ToLookup(person => person.RetentionClass, person => person.MemberId);
        return new DuePersons(policy, Classes.ToDictionary(
            kept => kept,
            kept => former.Where(member => member.LeftOn < policy.LeftBefore(kept, day)).Select(member => member.Id).Except(erased[kept]).ToHashSet()));
    }

    private async Task<IReadOnlyList<RecordRetention>> RecordsAsync(DateOnly day, RetentionPolicy policy, CancellationToken cancellationToken)
    {
        var counts = await aged.CountAsync(db.Province, VietnamTime.EndOf(day), cancellationToken);
        var readsBefore = VietnamTime.EndOf(day.AddMonths(-policy.SensitiveReadMonthsOnline).AddDays(-1));
        var reads = new RecordRetention(
            "sensitive-reads", SensitiveReads.In(db.Access.Language), readsBefore,
            (int)await aged.CountSensitiveReadsAsync(db.Province, readsBefore, cancellationToken), RemovedBy.Operator);
        return
        [
            .. counts.Select(count => new RecordRetention(count.Records.Name, count.Records.Title.In(db.Access.Language), count.Before, (int)count.Rows, RemovedBy.System)),
            reads,
        ];
    }

    private static readonly Kernel.Results.LocalizedText SensitiveReads = new("Nhật ký đọc dữ liệu nhạy cảm", "The log of sensitive reads");
}

/// <summary>Whose data are due.</summary>
/// <param name="Policy">The policy in force on the day.</param>
/// <param name="Persons">The persons by the class of data.</param>
internal sealed record DuePersons(RetentionPolicy Policy, IReadOnlyDictionary<RetentionClass, HashSet<Guid>> Persons);
