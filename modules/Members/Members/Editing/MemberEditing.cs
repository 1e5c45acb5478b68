using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Editing;

/// <summary>Changes and corrects what a record says about a person.</summary>
internal sealed class MemberEditing(IWrite<MembersDbContext> write, MemberFiles files, IPolicies policies)
{
    public Task<Result<Member>> RunAsync(UpdateMemberInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Document?.Citation)
        .When("citizen_id_is_unique", () => new CitizenIdIsTaken { Field = "input.citizenId" })
        .RunAsync((db, ct) => EditAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> EditAsync(MembersDbContext db, UpdateMemberInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.Edit, cancellationToken);
        if (!found.Succeeded)
            return found;
        var member = found.Value;
        var changes = new MemberChanges(input, member);
        List<Problem> problems = [.. changes.Check(db.Today)];
        problems.AddRange(await CheckCorrectionsAsync(db, member, changes, cancellationToken));
        problems.AddRange(await CheckCitizenIdAsync(db, member, changes, cancellationToken));
        problems.AddRange(await CheckAgeAsync(member, changes, cancellationToken));
        if (problems.Count > 0)
            return problems;

        changes.Apply();
        var changed = changes.Changed;
        if (changed.Count > 0)
            write.Raise(new MemberPersonalDataChanged(member.Id, changed));
        return member;
    }

    private async Task<IReadOnlyList<Problem>> CheckCorrectionsAsync(
        MembersDbContext db, Member member, MemberChanges changes, CancellationToken cancellationToken)
    {
        var corrected = changes.Corrected;
        if (corrected.Count == 0)
            return [];
        if (db.Access.MemberId == member.Id)
            return [new NobodyActsOnTheirOwnCase { Field = "input.memberId" }];
        if (!await files.CoversAsync(db, MembersPermissions.Correct, member.OrganizationId, cancellationToken))
            return [new CorrectionTakesAnotherPermission(corrected) { Field = $"input.{corrected[0]}" }];
        return changes.IsDocumented ? [] : [new CorrectionNeedsReasonAndDocument(corrected) { Field = "input.document" }];
    }

    private static async Task<IReadOnlyList<Problem>> CheckCitizenIdAsync(
        MembersDbContext db, Member member, MemberChanges changes, CancellationToken cancellationToken)
    {
        if (changes.CitizenId is not { } citizenId || citizenId == member.CitizenId)
            return [];
        var taken = await db.Members.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .AnyAsync(row => row.CitizenId == citizenId && row.Id != member.Id, cancellationToken);
        return taken ? [new CitizenIdIsTaken { Field = "input.citizenId" }] : [];
    }

    private async Task<IReadOnlyList<Problem>> CheckAgeAsync(Member member, MemberChanges changes, CancellationToken cancellationToken)
    {
        if (changes.BirthDate == member.BirthDate || (member.AdmissionDecidedOn ?? member.JoinedOn) is not { } admittedOn)
            return [];
        var policy = await policies.InForceOnAsync<AdmissionPolicy>(admittedOn, cancellationToken);
        return policy.Admits(changes.BirthDate, admittedOn)
            ? []
            : [new MemberMustBeOldEnoughAtAdmission(policy.MinimumAgeYears, changes.BirthDate, admittedOn) { Field = "input.birthDate" }];
    }
}
