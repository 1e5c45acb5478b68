using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Badges;

/// <summary>Members whom a grassroots organization proposes for badges, all or none.</summary>
internal sealed record ProposeBadgesInput
{
    /// <summary>How many members can be proposed at once.</summary>
    public const int Most = 200;

    /// <summary>The round.</summary>
    [ID("BadgeRound")]
    public required Guid RoundId { get; init; }

    /// <summary>The members, each once, at most 200.</summary>
    public required IReadOnlyList<ProposedBadgeInput> Members { get; init; }
}

/// <summary>A member who is proposed for a badge.</summary>
internal sealed record ProposedBadgeInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>How it is to be awarded.</summary>
    public BadgeAward Award { get; init; }

    /// <summary>The step in years; the highest one that is within reach where left out.</summary>
    public int? Years { get; init; }

    /// <summary>The grave illness for which it is to be awarded early (MEM-43).</summary>
    public string? Reason { get; init; }
}

[MutationType]
internal static class ProposeBadges
{
    /// <summary>
    /// Proposes members for badges in an open round (đề nghị tặng, tặng sớm, truy tặng Huy hiệu Đảng): all of them, or none when something stands against one.
    /// </summary>
    [Requires(MembersPermissions.ProposeBadges)]
    [Error<MemberIsOutOfYourReach>]
    [Error<BadgeRoundIsDecided>]
    [Error<MemberHasNoPartyAge>]
    [Error<ThereIsNoSuchBadge>]
    [Error<BadgeStepIsNotReached>]
    [Error<BadgeIsTooEarly>]
    [Error<AwardDoesNotFitTheMember>]
    [Error<EarlyAwardNeedsItsReason>]
    [Error<BadgeWasAwardedAlready>]
    [Error<BadgeIsProposedAlready>]
    public static Task<Result<List<BadgeProposal>>> ProposeBadgesAsync(
        ProposeBadgesInput input, BadgeProposing proposing, CancellationToken cancellationToken) => proposing.RunAsync(input, cancellationToken);
}

/// <summary>Proposes members for badges.</summary>
internal sealed class BadgeProposing(IWrite<MembersDbContext> write, MemberFiles files, IPolicies policies)
{
    private const int ReasonLength = 500;

    public Task<Result<List<BadgeProposal>>> RunAsync(ProposeBadgesInput input, CancellationToken cancellationToken) => write
        // A list of those who are due decides nothing; reviewing and deciding one's own proposal is refused.
        .AlsoAboutOneself()
        .When("badge_is_proposed_once", () => new BadgeIsProposedAlready(0) { Field = "input.members" })
        .RunAsync((db, ct) => ProposeAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<BadgeProposal>>> ProposeAsync(MembersDbContext db, ProposeBadgesInput input, CancellationToken cancellationToken)
    {
        if (Bulk.Check(input.Members, ProposeBadgesInput.Most, member => member.MemberId, "input.members", "memberId") is { } unfit)
            return unfit;
        var round = await db.BadgeRounds.SingleOrDefaultAsync(row => row.Id == input.RoundId, cancellationToken);
        if (round is null)
            return new NotFound("BadgeRound") { Field = "input.roundId" };
        if (round.State != BadgeRoundState.Open)
            return new BadgeRoundIsDecided { Field = "input.roundId" };

        var eligibility = new BadgeEligibility(await policies.InForceOnAsync<BadgePolicy>(round.AwardDay, cancellationToken), round.AwardDay);
        var known = await BadgesOf.ReadAsync(db, files, [.. input.Members.Select(member => member.MemberId)], MembersPermissions.ProposeBadges, cancellationToken);
        var problems = new List<Problem>();
        var proposals = new List<BadgeProposal>();
        for (var index = 0; index < input.Members.Count; index++)
        {
            var asked = input.Members[index];
            var found = Propose(round, asked, known, eligibility, $"input.members.{index}");
            if (found.Succeeded)
                proposals.Add(found.Value);
            else
                problems.AddRange(found.Problems);
        }

        if (problems.Count > 0)
            return problems;
        db.BadgeProposals.AddRange(proposals);
        return proposals;
    }

    private static Result<BadgeProposal> Propose(
        BadgeRound round, ProposedBadgeInput asked, BadgesOf known, BadgeEligibility eligibility, string place)
    {
        var member = known.Find(asked.MemberId, $"{place}.memberId");
        if (!member.Succeeded)
            return member.Problems.ToList();
        var reason = Wording.Clean(asked.Reason);
        List<Problem> problems = [.. Wording.CheckLength(reason, ReasonLength, $"{place}.reason")];
        if (asked.Award == BadgeAward.Early && reason is null)
            problems.Add(new EarlyAwardNeedsItsReason { Field = $"{place}.reason" });
        var step = eligibility.Find(member.Value, asked.Award, asked.Years, place);
        problems.AddRange(step.Problems);
        if (step.Succeeded && known.Holds(asked.MemberId, step.Value.Years))
            problems.Add(new BadgeWasAwardedAlready(step.Value.Years) { Field = $"{place}.memberId" });
        if (step.Succeeded && known.IsProposed(asked.MemberId, step.Value.Years))
            problems.Add(new BadgeIsProposedAlready(step.Value.Years) { Field = $"{place}.memberId" });
        if (problems.Count > 0)
            return problems;
        return new BadgeProposal
        {
            Id = Guid.CreateVersion7(),
            RoundId = round.Id,
            MemberId = member.Value.Id,
            OrganizationId = member.Value.OrganizationId,
            Years = step.Value.Years,
            Award = asked.Award,
            ReachedOn = step.Value.ReachedOn(member.Value.PartyAgeFrom!.Value),
            Reason = reason,
        };
    }
}
