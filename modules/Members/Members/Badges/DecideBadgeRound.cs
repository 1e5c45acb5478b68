using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;

namespace Modular.Members.Badges;

/// <summary>The province's decision on a round.</summary>
internal sealed record DecideBadgeRoundInput
{
    /// <summary>The round.</summary>
    [ID("BadgeRound")]
    public required Guid RoundId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The decision.</summary>
    public required MemberDecisionInput Decision { get; init; }
}

[MutationType]
internal static class DecideBadgeRound
{
    /// <summary>
    /// Records the province's decision on a round (quyết định tặng Huy hiệu Đảng): every proposal that was found right is awarded, with the gift that the
    /// table of the award day gives (MEM-45).
    /// </summary>
    [Requires(MembersPermissions.DecideBadges)]
    [Error<BadgeRoundsBelongToTheProvince>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<BadgeRoundIsDecided>]
    [Error<ProposalsAreNotChecked>]
    [Error<RoundHasNoCheckedProposal>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<BadgeRound>> DecideBadgeRoundAsync(
        DecideBadgeRoundInput input, BadgeRoundDecision decision, CancellationToken cancellationToken) => decision.RunAsync(input, cancellationToken);
}

/// <summary>Decides rounds.</summary>
internal sealed class BadgeRoundDecision(IWrite<MembersDbContext> write, IPolicies policies)
{
    public Task<Result<BadgeRound>> RunAsync(DecideBadgeRoundInput input, CancellationToken cancellationToken) => write
        .Because(null, input.Decision.Citation)
        .RunAsync((db, ct) => DecideAsync(db, input, ct), cancellationToken);

    private async Task<Result<BadgeRound>> DecideAsync(MembersDbContext db, DecideBadgeRoundInput input, CancellationToken cancellationToken)
    {
        var round = await db.BadgeRounds.SingleOrDefaultAsync(row => row.Id == input.RoundId, cancellationToken);
        if (round is null)
            return new NotFound("BadgeRound") { Field = "input.roundId" };
        if (!db.Access.ScopeOf(MembersPermissions.DecideBadges).CoversProvince)
            return new BadgeRoundsBelongToTheProvince { Field = "input.roundId" };
        if (round.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, round.Version) { Field = "input.expectedVersion" };
        if (round.State != BadgeRoundState.Open)
            return new BadgeRoundIsDecided { Field = "input.roundId" };

        var proposals = await db.BadgeProposals
            .Where(row => row.RoundId == round.Id && row.State != BadgeProposalState.Declined).ToListAsync(cancellationToken);
        List<Problem> problems = [.. input.Decision.Check(db.Today, "input.decision"), .. Check(proposals, db.Access.MemberId)];
        if (problems.Count > 0)
            return problems;

        db.Expect(round, input.ExpectedVersion);
        round.Decide(Wording.Clean(input.Decision.Number), input.Decision.DecidedOn);
        var policy = await policies.InForceOnAsync<BadgePolicy>(round.AwardDay, cancellationToken);
        foreach (var proposal in proposals)
            proposal.Decide(policy);
        return round;
    }

    private static IEnumerable<Problem> Check(List<BadgeProposal> proposals, Guid? own)
    {
        var waiting = proposals.Count(proposal => proposal.State == BadgeProposalState.Proposed);
        if (waiting > 0)
            yield return new ProposalsAreNotChecked(waiting) { Field = "input.roundId" };
        else if (proposals.Count == 0)
            yield return new RoundHasNoCheckedProposal { Field = "input.roundId" };
        if (own is { } member && proposals.Exists(proposal => proposal.MemberId == member))
            yield return new NobodyActsOnTheirOwnCase { Field = "input.roundId" };
    }
}
