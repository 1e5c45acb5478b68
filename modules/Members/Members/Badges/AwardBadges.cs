using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Badges;

/// <summary>Badges that were handed over on one day.</summary>
internal sealed record AwardBadgesInput
{
    /// <summary>The proposals that were decided, each once, at most 500.</summary>
    public required IReadOnlyList<BadgeProposalInput> Proposals { get; init; }

    /// <summary>The day on which the badges were handed over (ngày trao tặng).</summary>
    public required DateOnly AwardedOn { get; init; }
}

[MutationType]
internal static class AwardBadges
{
    /// <summary>Records that badges were handed over to members, or to the families of those who died (trao tặng, truy tặng Huy hiệu Đảng).</summary>
    [Requires(MembersPermissions.ProposeBadges)]
    [Error<MemberIsOutOfYourReach>]
    [Error<ProposalStandsElsewhere>]
    [Error<BadgeIsAwardedBeforeItsDecision>]
    [Error<BadgeWasAwardedAlready>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<List<BadgeProposal>>> AwardBadgesAsync(
        AwardBadgesInput input, BadgeAwarding awarding, CancellationToken cancellationToken) => awarding.RunAsync(input, cancellationToken);
}

/// <summary>Hands badges over.</summary>
internal sealed class BadgeAwarding(IWrite<MembersDbContext> write, MemberFiles files)
{
    public Task<Result<List<BadgeProposal>>> RunAsync(AwardBadgesInput input, CancellationToken cancellationToken) => write
        // What was decided by others is handed over with the others' badges.
        .AlsoAboutOneself()
        .When("badge_is_awarded_once", () => new BadgeWasAwardedAlready(0) { Field = "input.proposals" })
        .RunAsync((db, ct) => AwardAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<BadgeProposal>>> AwardAsync(MembersDbContext db, AwardBadgesInput input, CancellationToken cancellationToken)
    {
        if (input.AwardedOn > db.Today)
            return new DateLiesInTheFuture(input.AwardedOn, db.Today) { Field = "input.awardedOn" };
        var found = await BadgeProposals.OpenAsync(db, files, input.Proposals, BadgeProposalState.Decided, MembersPermissions.ProposeBadges, cancellationToken);
        if (!found.Succeeded)
            return found;
        var ids = found.Value.Select(proposal => proposal.RoundId).Distinct().ToArray();
        var rounds = await db.BadgeRounds.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        if (rounds.Values.Max(round => round.DecidedOn) is { } decidedOn && input.AwardedOn < decidedOn)
            return new BadgeIsAwardedBeforeItsDecision(input.AwardedOn, decidedOn) { Field = "input.awardedOn" };

        foreach (var proposal in found.Value)
        {
            proposal.HandOver();
            db.Badges.Add(Badge(proposal, rounds[proposal.RoundId], input.AwardedOn));
        }

        return found;
    }

    private static Badge Badge(BadgeProposal proposal, BadgeRound round, DateOnly awardedOn) => new()
    {
        Id = Guid.CreateVersion7(),
        MemberId = proposal.MemberId,
        Years = proposal.Years,
        Award = proposal.Award,
        AwardedOn = awardedOn,
        DecisionNumber = round.DecisionNumber,
        DecidedOn = round.DecidedOn,
        RoundId = round.Id,
    };
}
