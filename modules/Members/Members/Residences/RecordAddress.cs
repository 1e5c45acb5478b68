using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Residences;

/// <summary>A residence that a member took up.</summary>
internal sealed record RecordAddressInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Where the member lives.</summary>
    public required ResidenceInput Residence { get; init; }

    /// <summary>Why, in short.</summary>
    public string? Reason { get; init; }
}

[MutationType]
internal static class RecordAddress
{
    /// <summary>Records where a member lives from a day on (nơi thường trú, tạm trú). The former residence of the same kind ends the day before.</summary>
    [Requires(MembersPermissions.Edit)]
    [Error<MemberIsOutOfYourReach>]
    [Error<CommuneCodeMustHaveFiveDigits>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<Member>> RecordAddressAsync(RecordAddressInput input, ResidenceRecording recording, CancellationToken cancellationToken) =>
        recording.RunAsync(input, cancellationToken);
}

/// <summary>Records residences.</summary>
internal sealed class ResidenceRecording(IWrite<MembersDbContext> write, MemberFiles files)
{
    public Task<Result<Member>> RunAsync(RecordAddressInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .AlsoAboutOneself()
        .RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> RecordAsync(MembersDbContext db, RecordAddressInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.Edit, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var problems = await ApplyAsync(db, found.Value, input.Residence, "input.residence", isTold: true, cancellationToken);
        return problems.Count > 0 ? problems : found;
    }

    /// <summary>Records a residence in the running change; nothing may be committed where problems come back. Other modules are told unless it is only tried.</summary>
    public async Task<List<Problem>> ApplyAsync(
        MembersDbContext db, Member member, ResidenceInput residence, string path, bool isTold, CancellationToken cancellationToken)
    {
        var kind = residence.Kind;
        var former = await db.Residences.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).SingleOrDefaultAsync(
            row => row.MemberId == member.Id && row.Kind == kind && row.Valid.UpperBoundInfinite, cancellationToken);

        List<Problem> problems = [.. residence.Check(db.Today, path)];
        if (residence.From <= former?.Valid.LowerBound)
            problems.Add(new EffectiveDateIsBeforeEarlierFact(residence.From, former.Valid.LowerBound.AddDays(1)) { Field = $"{path}.from" });
        if (problems.Count > 0)
            return problems;

        if (former is not null)
            former.Valid = former.Valid.EndedBefore(residence.From);
        db.Residences.Add(residence.ToResidence(member.Id));
        if (isTold)
            write.Raise(new MemberResidenceChanged(member.Id, kind, residence.From));
        return [];
    }
}
