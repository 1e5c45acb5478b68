using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Badges;

/// <summary>A proposal as it was read.</summary>
internal sealed record BadgeProposalInput
{
    /// <summary>The proposal.</summary>
    [ID("BadgeProposal")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>Opens several proposals for a change.</summary>
internal static class BadgeProposals
{
    /// <summary>How many proposals can be changed at once.</summary>
    public const int Most = 500;

    /// <summary>The proposals in the order asked, all at one stage, or every reason against it.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="files">Tells what the user reaches.</param>
    /// <param name="asked">The proposals with the versions that the user read.</param>
    /// <param name="stage">Where each must stand.</param>
    /// <param name="permission">The permission that must cover the members' cells.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Result<List<BadgeProposal>>> OpenAsync(
        MembersDbContext db, MemberFiles files, IReadOnlyList<BadgeProposalInput> asked, BadgeProposalState stage, string permission, CancellationToken cancellationToken)
    {
        if (Bulk.Check(asked, Most, proposal => proposal.Id, "input.proposals", "id") is { } unfit)
            return unfit;
        var ids = asked.Select(one => one.Id).ToArray();
        var found = await (
            from proposal in db.BadgeProposals
            join member in db.Members on proposal.MemberId equals member.Id
            where ids.Contains(proposal.Id)
            select new { Proposal = proposal, member.OrganizationId }).ToDictionaryAsync(row => row.Proposal.Id, cancellationToken);
        var covered = await files.CoveredAsync(db, permission, [.. found.Values.Select(row => row.OrganizationId).Distinct()], cancellationToken);
        var problems = new List<Problem>();
        for (var index = 0; index < asked.Count; index++)
        {
            var place = $"input.proposals.{index}";
            if (!found.TryGetValue(asked[index].Id, out var row))
                problems.Add(new NotFound("BadgeProposal") { Field = $"{place}.id" });
            else if (!covered.Contains(row.OrganizationId))
                problems.Add(new MemberIsOutOfYourReach { Field = $"{place}.id" });
            else if (row.Proposal.Version != asked[index].ExpectedVersion)
                problems.Add(new StaleVersion(asked[index].ExpectedVersion, row.Proposal.Version) { Field = $"{place}.expectedVersion" });
            else if (row.Proposal.State != stage)
                problems.Add(new ProposalStandsElsewhere(row.Proposal.State) { Field = $"{place}.id" });
        }

        if (problems.Count > 0)
            return problems;
        return asked.Select(one => found[one.Id].Proposal).ToList();
    }
}
