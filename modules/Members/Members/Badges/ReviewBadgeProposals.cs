using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Badges;

/// <summary>Proposals that were checked, all with one outcome.</summary>
internal sealed record ReviewBadgeProposalsInput
{
    /// <summary>The proposals, each once, at most 500.</summary>
    public required IReadOnlyList<BadgeProposalInput> Proposals { get; init; }

    /// <summary>Whether they are right: Party age agrees with the file, nothing stands against it.</summary>
    public required bool AreRight { get; init; }

    /// <summary>Why they are not.</summary>
    public string? Remark { get; init; }
}

[MutationType]
internal static class ReviewBadgeProposals
{
    /// <summary>Records that proposals for badges were checked (thẩm định) and found right, or declined with a remark. Nobody checks what is about themselves.</summary>
    [Requires(MembersPermissions.DecideBadges)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<BadgeRoundIsDecided>]
    [Error<ProposalStandsElsewhere>]
    public static Task<Result<List<BadgeProposal>>> ReviewBadgeProposalsAsync(
        ReviewBadgeProposalsInput input, BadgeReview review, CancellationToken cancellationToken) => review.RunAsync(input, cancellationToken);
}

/// <summary>Checks proposals.</summary>
internal sealed class BadgeReview(IWrite<MembersDbContext> write, MemberFiles files)
{
    private const int RemarkLength = 500;

    public Task<Result<List<BadgeProposal>>> RunAsync(ReviewBadgeProposalsInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Remark))
        .RunAsync((db, ct) => ReviewAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<BadgeProposal>>> ReviewAsync(MembersDbContext db, ReviewBadgeProposalsInput input, CancellationToken cancellationToken)
    {
        var remark = Wording.Clean(input.Remark);
        List<Problem> problems = [.. Wording.CheckLength(remark, RemarkLength, "input.remark")];
        if (!input.AreRight && remark is null)
            problems.Add(new InvalidInput(new LocalizedText("Phải nêu lý do không đủ điều kiện.", "Say why they are declined.")) { Field = "input.remark" });
        var found = await BadgeProposals.OpenAsync(db, files, input.Proposals, BadgeProposalState.Proposed, MembersPermissions.DecideBadges, cancellationToken);
        problems.AddRange(found.Problems);
        if (problems.Count > 0)
            return problems;
        if (found.Value.FindIndex(proposal => proposal.MemberId == db.Access.MemberId) is var own and >= 0)
            return new NobodyActsOnTheirOwnCase { Field = $"input.proposals.{own}.id" };
        var rounds = found.Value.Select(proposal => proposal.RoundId).Distinct().ToArray();
        if (await db.BadgeRounds.AnyAsync(round => rounds.Contains(round.Id) && round.State != BadgeRoundState.Open, cancellationToken))
            return new BadgeRoundIsDecided { Field = "input.proposals" };

        foreach (var proposal in found.Value)
            proposal.Review(input.AreRight, remark);
        return found;
    }
}
