using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Residences;

namespace Modular.Members.Registration;

/// <summary>A person who is to enter the register: the rules that need nothing but the input, and the facts that follow from it.</summary>
internal sealed class Newcomer(RegisterMemberInput input, MembershipDates dates, Guid id)
{
    private readonly IReadOnlyList<ResidenceInput> residences = input.Residences ?? [];

    /// <summary>The identifier that the person is going to have.</summary>
    public Guid Id => id;

    /// <summary>The card's number without spaces.</summary>
    public string? CardNumber { get; } = NumberRules.CleanCardNumber(input.Card?.Number);

    /// <summary>The CV number in its usual writing.</summary>
    public string? CvNumber { get; } = NumberRules.CleanCvNumber(input.CvNumber);

    private DateOnly? CardIssuedOn => input.Card?.IssuedOn ?? dates.OfficialOn;

    /// <summary>Every rule that the input breaks by itself.</summary>
    public IEnumerable<Problem> Check(DateOnly today, AdmissionPolicy policy) =>
    [
        .. input.Person.Check(today, "input.person"),
        .. CheckStatus(today),
        .. dates.Check(input.Status, input.Person.BirthDate, today, policy, "input.membership"),
        .. CheckNumbers(today),
        .. CheckResidences(today),
    ];

    /// <summary>Adds the person and their facts to the context.</summary>
    public Member AddTo(MembersDbContext db)
    {
        var member = input.Person.ToMember(id);
        var statuses = Statuses().ToArray();
        member.Stand(input.Status, statuses[^1].Valid.LowerBound);
        member.BelongTo(input.OrganizationId);
        member.Carry(CardNumber, CvNumber);
        db.Members.Add(member);
        db.Statuses.AddRange(statuses);
        db.Assignments.Add(new CellAssignment
        {
            Id = Guid.CreateVersion7(),
            MemberId = id,
            OrganizationId = input.OrganizationId,
            Kind = AssignmentKind.Official,
            Valid = Periods.From(input.Since),
        });
        db.Residences.AddRange(residences.Select(residence => residence.ToResidence(id)));
        if (input.Status.IsMember())
            AddMembership(db, member);
        return member;
    }

    private void AddMembership(MembersDbContext db, Member member)
    {
        var membership = new Membership { Id = Guid.CreateVersion7(), MemberId = id };
        membership.Take(dates);
        member.Show(membership);
        db.Memberships.Add(membership);
        if (CardNumber is not null)
        {
            db.Cards.Add(new PartyCard
            {
                Id = Guid.CreateVersion7(),
                MemberId = id,
                Number = CardNumber,
                Kind = input.Card!.Kind ?? CardKind.Paper,
                Issue = CardIssue.First,
                Valid = Periods.From(CardIssuedOn!.Value),
            });
        }

        if (CvNumber is not null)
        {
            db.CvNumbers.Add(new CvNumberPeriod
            {
                Id = Guid.CreateVersion7(),
                MemberId = id,
                Number = CvNumber,
                Valid = Periods.From(dates.CeremonyOn ?? dates.OfficialOn ?? input.Since),
            });
        }
    }

    // What came before the official date is known from the ceremony; a register that lacks it starts with the official date.
    private IEnumerable<StatusPeriod> Statuses()
    {
        if (input.Status == MembershipStatus.Official && dates is { CeremonyOn: { } ceremony, OfficialOn: { } endOfProbation })
            yield return Status(MembershipStatus.Probationary, ceremony, endOfProbation, dates.AdmissionDecisionNumber, dates.AdmissionDecidedOn);
        yield return input.Status switch
        {
            MembershipStatus.Official => Status(
                input.Status, dates.OfficialOn!.Value, null, dates.RecognitionDecisionNumber, dates.RecognitionDecidedOn),
            MembershipStatus.Probationary => Status(
                input.Status, dates.CeremonyOn!.Value, null, dates.AdmissionDecisionNumber, dates.AdmissionDecidedOn),
            _ => Status(input.Status, input.Since, null, null, null),
        };
    }

    private StatusPeriod Status(MembershipStatus status, DateOnly from, DateOnly? end, string? decisionNumber, DateOnly? decidedOn) => new()
    {
        Id = Guid.CreateVersion7(),
        MemberId = id,
        Status = status,
        Valid = Periods.Between(from, end),
        DecisionNumber = Wording.Clean(decisionNumber),
        DecidedOn = decidedOn,
    };

    private IEnumerable<Problem> CheckStatus(DateOnly today)
    {
        if (input.Status.IsFinal())
            yield return new NobodyIsRegisteredAsFormerMember(input.Status) { Field = "input.status" };
        if (input.Since > today)
            yield return new DateLiesInTheFuture(input.Since, today) { Field = "input.since" };
    }

    private IEnumerable<Problem> CheckNumbers(DateOnly today)
    {
        if (CardNumber is not null && input.Status != MembershipStatus.Official)
            yield return new OnlyOfficialMembersReceiveCards { Field = "input.card" };
        if (CvNumber is not null && !input.Status.IsMember())
            yield return new OnlyMembersBearCvNumbers { Field = "input.cvNumber" };
        if (input.Card?.IssuedOn > today)
            yield return new DateLiesInTheFuture(input.Card.IssuedOn.Value, today) { Field = "input.card.issuedOn" };
        if (input.Card?.IssuedOn < dates.OfficialOn)
            yield return new CardIsIssuedBeforeOfficialDate(input.Card.IssuedOn.Value, dates.OfficialOn.Value) { Field = "input.card.issuedOn" };
        foreach (var problem in (Problem[])[.. NumberRules.CheckCard(CardNumber, "input.card.number"), .. NumberRules.CheckCv(CvNumber, "input.cvNumber")])
            yield return problem;
    }

    private IEnumerable<Problem> CheckResidences(DateOnly today)
    {
        for (var index = 0; index < residences.Count; index++)
        {
            foreach (var problem in residences[index].Check(today, $"input.residences.{index}"))
                yield return problem;
        }

        foreach (var kind in residences.GroupBy(residence => residence.Kind).Where(same => same.Count() > 1))
            yield return new ResidenceOfThisKindIsGivenTwice(kind.Key) { Field = "input.residences" };
    }
}
