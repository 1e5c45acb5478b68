using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Cards.Checks;

/// <summary>What was seen of cards in a round, all or none.</summary>
internal sealed record RecordCardChecksInput
{
    /// <summary>How many members can be named at once.</summary>
    public const int Most = 500;

    /// <summary>The round.</summary>
    [ID("CardCheckRound")]
    public required Guid RoundId { get; init; }

    /// <summary>The members, each once, at most 500. What is recorded of a member in this round already is replaced.</summary>
    public required IReadOnlyList<CardCheckInput> Checks { get; init; }
}

/// <summary>What was seen of a card.</summary>
internal sealed record CardCheckInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>What was found. A lost or damaged card counts as reported (MEM-13).</summary>
    public required CardFinding Finding { get; init; }

    /// <summary>The day on which the card was looked at; today where left out.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>Why it was not stamped; needed for <c>NOT_STAMPED</c>.</summary>
    public string? Remark { get; init; }
}

[MutationType]
internal static class RecordCardChecks
{
    /// <summary>
    /// Records what was seen of members' cards in an open round (ghi kết quả kiểm tra kỹ thuật thẻ đảng viên): all of them, or none when something stands against one. Lost and damaged
    /// cards are reported by it, so that another is issued.
    /// </summary>
    [Requires(MembersPermissions.ReportCards)]
    [Error<MemberIsOutOfYourReach>]
    [Error<CardCheckRoundIsClosed>]
    [Error<CardCheckIsOutsideTheRound>]
    [Error<MemberHasNoCard>]
    [Error<UnstampedCardNeedsARemark>]
    public static Task<Result<List<CardCheck>>> RecordCardChecksAsync(
        RecordCardChecksInput input, CardChecking checking, CancellationToken cancellationToken) => checking.RunAsync(input, cancellationToken);
}

/// <summary>Records what was seen of cards.</summary>
internal sealed class CardChecking(IWrite<MembersDbContext> write, MemberFiles files)
{
    /// <summary>How long a remark can be.</summary>
    public const int RemarkLength = 300;

    public Task<Result<List<CardCheck>>> RunAsync(RecordCardChecksInput input, CancellationToken cancellationToken) => write
        // Whoever keeps the list of a cell is on it.
        .AlsoAboutOneself()
        .RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<CardCheck>>> RecordAsync(MembersDbContext db, RecordCardChecksInput input, CancellationToken cancellationToken)
    {
        if (Bulk.Check(input.Checks, RecordCardChecksInput.Most, check => check.MemberId, "input.checks", "memberId") is { } unfit)
            return unfit;
        var round = await db.CardCheckRounds.SingleOrDefaultAsync(row => row.Id == input.RoundId, cancellationToken);
        if (round is null)
            return new NotFound("CardCheckRound") { Field = "input.roundId" };
        if (round.State == CardCheckRoundState.Closed)
            return new CardCheckRoundIsClosed { Field = "input.roundId" };

        var ids = input.Checks.Select(check => check.MemberId).ToArray();
        var members = await db.Members.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var covered = await files.CoveredAsync(db, MembersPermissions.ReportCards, [.. members.Values.Select(member => member.OrganizationId).Distinct()], cancellationToken);
        var cards = await db.Cards.Where(row => ids.Contains(row.MemberId) && row.Valid.UpperBoundInfinite).ToDictionaryAsync(row => row.MemberId, cancellationToken);
        var known = await db.CardChecks.Where(row => row.RoundId == round.Id && ids.Contains(row.MemberId)).ToDictionaryAsync(row => row.MemberId, cancellationToken);
        var problems = new List<Problem>();
        for (var index = 0; index < ids.Length; index++)
            problems.AddRange(Check(input.Checks[index], round, db.Today, members.GetValueOrDefault(ids[index]), covered, cards.ContainsKey(ids[index]), $"input.checks.{index}"));
        if (problems.Count > 0)
            return problems;

        return input.Checks.Select(check => Record(db, round, check, known.GetValueOrDefault(check.MemberId), cards[check.MemberId])).ToList();
    }

    /// <summary>What stands against a check of somebody whom the user may act on.</summary>
    /// <param name="check">What was seen.</param>
    /// <param name="began">The day as of which the round counts cards.</param>
    /// <param name="today">Today.</param>
    /// <param name="hasCard">Whether the member has a card.</param>
    /// <param name="place">Where the check stands in the input.</param>
    public static IEnumerable<Problem> Against(CardCheckInput check, DateOnly began, DateOnly today, bool hasCard, string place)
    {
        foreach (var tooLong in Wording.CheckLength(check.Remark, RemarkLength, $"{place}.remark"))
            yield return tooLong;
        if (!hasCard)
            yield return new MemberHasNoCard { Field = $"{place}.memberId" };
        if (check.CheckedOn is { } day && (day < began || day > today))
            yield return new CardCheckIsOutsideTheRound(day, began, today) { Field = $"{place}.checkedOn" };
        if (check.Finding == CardFinding.NotStamped && Wording.Clean(check.Remark) is null)
            yield return new UnstampedCardNeedsARemark { Field = $"{place}.remark" };
    }

    private static List<Problem> Check(
        CardCheckInput check, CardCheckRound round, DateOnly today, Member? member, IReadOnlySet<Guid> covered, bool hasCard, string place)
    {
        if (member is null)
            return [new NotFound("Member") { Field = $"{place}.memberId" }];
        if (!covered.Contains(member.OrganizationId))
            return [new MemberIsOutOfYourReach { Field = $"{place}.memberId" }];
        return [.. Against(check, round.CheckedOn, today, hasCard, place)];
    }

    private static CardCheck Record(MembersDbContext db, CardCheckRound round, CardCheckInput check, CardCheck? known, PartyCard card)
    {
        if (known is null)
        {
            known = new CardCheck { Id = Guid.CreateVersion7(), MemberId = check.MemberId, RoundId = round.Id };
            db.CardChecks.Add(known);
        }

        known.Finding = check.Finding;
        known.CheckedOn = check.CheckedOn ?? db.Today;
        known.Remark = Wording.Clean(check.Remark);
        if (check.Finding is CardFinding.Damaged or CardFinding.Lost && card.ReportedOn is null)
        {
            card.ReportedAs = check.Finding == CardFinding.Lost ? CardFault.Lost : CardFault.Damaged;
            card.ReportedOn = known.CheckedOn > card.Valid.LowerBound ? known.CheckedOn : card.Valid.LowerBound;
        }

        return known;
    }
}
