using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Editing;

/// <summary>The rules that changes of persons must keep, for one person and for many with as many statements.</summary>
internal sealed class MemberChangeRules(MemberFiles files, IPolicies policies)
{
    /// <summary>Everything that stands against the changes.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="all">The changes, each of another person.</param>
    /// <param name="isDocumented">Whether a reason and a document stand with them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<List<Problem>> CheckAsync(
        MembersDbContext db, IReadOnlyList<MemberChanges> all, bool isDocumented, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. all.SelectMany(changes => changes.Check(db.Today))];
        problems.AddRange(await CheckCorrectionsAsync(db, all, isDocumented, cancellationToken));
        problems.AddRange(await CheckCitizenIdsAsync(db, all, cancellationToken));
        foreach (var changes in all)
            problems.AddRange(await CheckAgeAsync(changes, cancellationToken));
        return problems;
    }

    private async Task<IReadOnlyList<Problem>> CheckCorrectionsAsync(
        MembersDbContext db, IReadOnlyList<MemberChanges> all, bool isDocumented, CancellationToken cancellationToken)
    {
        var corrections = all.Where(changes => changes.Corrected.Count > 0).ToList();
        if (corrections.Count == 0)
            return [];
        var problems = new List<Problem>();
        var covered = await files.CoveredAsync(
            db, MembersPermissions.Correct, [.. corrections.Select(changes => changes.Member.OrganizationId).Distinct()], cancellationToken);
        foreach (var changes in corrections)
        {
            var corrected = changes.Corrected;
            if (db.Access.MemberId == changes.Member.Id)
                problems.Add(new NobodyActsOnTheirOwnCase { Field = $"{changes.Path}.memberId" });
            else if (!covered.Contains(changes.Member.OrganizationId))
                problems.Add(new CorrectionTakesAnotherPermission(corrected) { Field = $"{changes.Path}.{corrected[0]}" });
            else if (!isDocumented)
                problems.Add(new CorrectionNeedsReasonAndDocument(corrected) { Field = "input.document" });
        }

        return problems;
    }

    private static async Task<IReadOnlyList<Problem>> CheckCitizenIdsAsync(
        MembersDbContext db, IReadOnlyList<MemberChanges> all, CancellationToken cancellationToken)
    {
        var claims = all.Where(changes => changes.CitizenId is not null && changes.CitizenId != changes.Member.CitizenId).ToList();
        if (claims.Count == 0)
            return [];
        var claimed = claims.Select(changes => changes.CitizenId!).ToArray();
        var bearers = await db.Members.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => claimed.Contains(row.CitizenId!))
            .ToDictionaryAsync(row => row.CitizenId!, row => row.Id, cancellationToken);
        return
        [
            .. claims
                .Where(changes => bearers.TryGetValue(changes.CitizenId!, out var bearer) && bearer != changes.Member.Id)
                .Select(changes => new CitizenIdIsTaken { Field = $"{changes.Path}.citizenId" }),
        ];
    }

    private async Task<IReadOnlyList<Problem>> CheckAgeAsync(MemberChanges changes, CancellationToken cancellationToken)
    {
        var member = changes.Member;
        if (changes.BirthDate == member.BirthDate || (member.AdmissionDecidedOn ?? member.JoinedOn) is not { } admittedOn)
            return [];
        var policy = await policies.InForceOnAsync<AdmissionPolicy>(admittedOn, cancellationToken);
        return policy.Admits(changes.BirthDate, admittedOn)
            ? []
            : [new MemberMustBeOldEnoughAtAdmission(policy.MinimumAgeYears, changes.BirthDate, admittedOn) { Field = $"{changes.Path}.birthDate" }];
    }
}
