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

namespace Modular.Members.Cards;

/// <summary>Party cards that are issued by one decision, all or none.</summary>
internal sealed record IssueCardsInput
{
    /// <summary>How many members can be named at once.</summary>
    public const int Most = 500;

    /// <summary>The members with the numbers of their cards, each once, at most 500.</summary>
    public required IReadOnlyList<NumberedCardInput> Cards { get; init; }

    /// <summary>The make of the cards.</summary>
    public required CardKind Kind { get; init; }

    /// <summary>Why they are issued.</summary>
    public required CardIssue Issue { get; init; }

    /// <summary>The day of issue.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The decision of the directly superior committee (MEM-12).</summary>
    public required MemberDecisionInput Decision { get; init; }

    /// <summary>Why, in short.</summary>
    public string? Reason { get; init; }
}

/// <summary>A member's card.</summary>
internal sealed record NumberedCardInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The number of the card, 8 digits; an exchange may keep it.</summary>
    public required string Number { get; init; }
}

[MutationType]
internal static class IssueCards
{
    /// <summary>Records that official members received Party cards by one decision (phát, đổi thẻ đảng viên theo danh sách; MEM-12, MEM-14): all of them, or none when something stands against one.</summary>
    [Requires(MembersPermissions.IssueCards)]
    [Error<MemberIsOutOfYourReach>]
    [Error<OnlyOfficialMembersReceiveCards>]
    [Error<CardNumberMustHaveEightDigits>]
    [Error<CardNumberIsTaken>]
    [Error<CardIsIssuedBeforeOfficialDate>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    [Error<FirstCardIsIssuedOnce>]
    [Error<ThereIsNoCardToReplace>]
    public static Task<Result<List<Member>>> IssueCardsAsync(IssueCardsInput input, CardsIssuing issuing, CancellationToken cancellationToken) =>
        issuing.RunAsync(input, cancellationToken);
}

/// <summary>Issues cards to many members at once.</summary>
internal sealed class CardsIssuing(IWrite<MembersDbContext> write, MemberFiles files)
{
    public Task<Result<List<Member>>> RunAsync(IssueCardsInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Decision.Citation)
        .When("card_number_is_unique", () => new CardNumberIsTaken(string.Join(", ", input.Cards.Select(card => card.Number))) { Field = "input.cards" })
        .RunAsync((db, ct) => IssueAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<Member>>> IssueAsync(MembersDbContext db, IssueCardsInput input, CancellationToken cancellationToken)
    {
        if (Bulk.Check(input.Cards, IssueCardsInput.Most, card => card.MemberId, "input.cards", "memberId") is { } unfit)
            return unfit;
        if (input.Decision.Check(db.Today, "input.decision").ToList() is { Count: > 0 } wrong)
            return wrong;
        var found = await files.FindAsync(
            db, [.. input.Cards.Select(card => (card.MemberId, card.ExpectedVersion))], "input.cards", MembersPermissions.IssueCards, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();

        var ids = input.Cards.Select(card => card.MemberId).ToArray();
        var numbers = input.Cards.Select(card => NumberRules.CleanCardNumber(card.Number) ?? "").ToArray();
        var former = await db.Cards.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(card => ids.Contains(card.MemberId) && card.Valid.UpperBoundInfinite).ToDictionaryAsync(card => card.MemberId, cancellationToken);
        var borne = await db.Cards.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(card => numbers.Contains(card.Number)).Select(card => new { card.Number, card.MemberId }).Distinct().ToListAsync(cancellationToken);
        var issue = new CardIssueStep(input.Kind, input.Issue, input.IssuedOn, input.Decision);
        var problems = new List<Problem>();
        for (var index = 0; index < ids.Length; index++)
        {
            var (member, number, place) = (found.Value[index], numbers[index], $"input.cards.{index}");
            problems.AddRange(issue.Check(member, former.GetValueOrDefault(member.Id), number, db.Today, $"{place}.memberId", $"{place}.number"));
            if (borne.Any(card => card.Number == number && card.MemberId != member.Id) || Array.IndexOf(numbers, number) < index)
                problems.Add(new CardNumberIsTaken(number) { Field = $"{place}.number" });
        }

        if (problems.Count > 0)
            return problems;
        foreach (var (member, number) in found.Value.Zip(numbers))
            write.Raise(issue.Issue(db, member, former.GetValueOrDefault(member.Id), number));
        return found.Value;
    }
}
