using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Cards;

/// <summary>How a card comes into a member's hands, singly or in a list.</summary>
/// <param name="Kind">The make of the card.</param>
/// <param name="Why">Why it is issued.</param>
/// <param name="IssuedOn">The day of issue.</param>
/// <param name="Decision">The decision.</param>
internal sealed record CardIssueStep(CardKind Kind, CardIssue Why, DateOnly IssuedOn, MemberDecisionInput Decision)
{
    /// <summary>What stands against it, apart from the decision and from numbers that others bear.</summary>
    public IEnumerable<Problem> Check(Member member, PartyCard? former, string number, DateOnly today, string memberField, string numberField)
    {
        if (member.Status != MembershipStatus.Official)
            yield return new OnlyOfficialMembersReceiveCards { Field = memberField };
        if (IssuedOn > today)
            yield return new DateLiesInTheFuture(IssuedOn, today) { Field = "input.issuedOn" };
        if (IssuedOn < member.OfficialOn)
            yield return new CardIsIssuedBeforeOfficialDate(IssuedOn, member.OfficialOn.Value) { Field = "input.issuedOn" };
        if (Why == CardIssue.First && former is not null)
            yield return new FirstCardIsIssuedOnce { Field = "input.issue" };
        if (Why != CardIssue.First && former is null)
            yield return new ThereIsNoCardToReplace { Field = "input.issue" };
        if (IssuedOn <= former?.Valid.LowerBound)
            yield return new EffectiveDateIsBeforeEarlierFact(IssuedOn, former.Valid.LowerBound.AddDays(1)) { Field = "input.issuedOn" };
        foreach (var problem in NumberRules.CheckCard(number, numberField))
            yield return problem;
    }

    /// <summary>Ends the former card and records the new one.</summary>
    public MemberCardIssued Issue(MembersDbContext db, Member member, PartyCard? former, string number)
    {
        if (former is not null)
        {
            former.Valid = former.Valid.EndedBefore(IssuedOn);
            former.EndedBecause = Why == CardIssue.Again ? CardEnd.Lost : CardEnd.Replaced;
        }

        var card = new PartyCard
        {
            Id = Guid.CreateVersion7(),
            MemberId = member.Id,
            Number = number,
            Kind = Kind,
            Issue = Why,
            Valid = Periods.From(IssuedOn),
            DecisionNumber = Wording.Clean(Decision.Number),
            DecidedOn = Decision.DecidedOn,
        };
        db.Cards.Add(card);
        member.Carry(number, member.CvNumber);
        return new MemberCardIssued(member.Id, card.Id, IssuedOn);
    }
}
