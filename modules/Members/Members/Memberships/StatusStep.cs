using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Memberships;

/// <summary>One step from status to status: the rules that need nothing but the file and the input, and what follows from it.</summary>
internal sealed class StatusStep(
    MemberFile file, StatusTransition transition, ChangeMemberStatusInput input, AdmissionPolicy policy, DateOnly today)
{
    /// <summary>The person's file.</summary>
    public MemberFile File => file;

    /// <summary>The step.</summary>
    public StatusTransition Transition => transition;

    /// <summary>The first day of the new status; null where it was left out and does not follow from the file.</summary>
    public DateOnly? EffectiveOn { get; } = input.EffectiveOn ?? (IsRecognition(transition)
        ? file.Membership?.CeremonyOn?.AddMonths(policy.ProbationMonths)
        : null);

    /// <summary>The cell that takes back who returns.</summary>
    public Guid OrganizationId => input.OrganizationId ?? file.Member.OrganizationId;

    private bool IsAdmission => transition.To == MembershipStatus.Probationary && !transition.LeadsIntoACell;

    /// <summary>Every rule that the step breaks.</summary>
    public IEnumerable<Problem> Check()
    {
        if (transition.NeedsDecision && input.Decision is null)
            yield return new StatusChangeNeedsDecision(transition.From, transition.To) { Field = "input.decision" };
        if (EffectiveOn is not { } effectiveOn)
        {
            yield return new InvalidInput(new LocalizedText("Phải có ngày có hiệu lực.", "The effective date is needed.")) { Field = "input.effectiveOn" };
            yield break;
        }

        foreach (var problem in (Problem[])[.. input.Decision?.Check(today, "input.decision") ?? [], .. CheckDay(effectiveOn), .. CheckDates(), .. CheckReadmission(effectiveOn)])
            yield return problem;
    }

    /// <summary>Makes the step.</summary>
    public void ApplyTo(MembersDbContext db)
    {
        var effectiveOn = EffectiveOn!.Value;
        file.Status.Valid = file.Status.Valid.EndedBefore(effectiveOn);
        db.Statuses.Add(new StatusPeriod
        {
            Id = Guid.CreateVersion7(),
            MemberId = file.Member.Id,
            Status = transition.To,
            Valid = Periods.From(effectiveOn),
            DecisionNumber = Wording.Clean(input.Decision?.Number),
            DecidedOn = input.Decision?.DecidedOn,
            DecidedBy = Wording.Clean(input.Decision?.Authority),
            Reason = Wording.Clean(input.Reason),
        });
        file.Member.Stand(transition.To, effectiveOn);

        if (transition.To.IsFinal())
            Leave(effectiveOn);
        else if (transition.LeadsIntoACell)
            Return(db, effectiveOn);
        else if (transition.To.IsMember())
            Advance(db);
    }

    private static bool IsRecognition(StatusTransition transition) =>
        transition is { From: MembershipStatus.Probationary, To: MembershipStatus.Official };

    private IEnumerable<Problem> CheckDay(DateOnly effectiveOn)
    {
        if (effectiveOn > today)
            yield return new DateLiesInTheFuture(effectiveOn, today) { Field = "input.effectiveOn" };
        var notBefore = (transition.To.IsFinal() ? file.Beginnings.Max() : file.Status.Valid.LowerBound).AddDays(1);
        if (effectiveOn < notBefore)
            yield return new EffectiveDateIsBeforeEarlierFact(effectiveOn, notBefore) { Field = "input.effectiveOn" };
    }

    private IEnumerable<Problem> CheckDates()
    {
        if (!IsAdmission && !IsRecognition(transition))
            return [];
        return NewDates().Check(transition.To, file.Member.BirthDate, today, policy, "input").Select(problem => problem with
        {
            Field = problem.Field switch
            {
                "input.admissionDecidedOn" or "input.recognitionDecidedOn" => "input.decision.decidedOn",
                _ => "input.effectiveOn",
            },
        }).DistinctBy(problem => (problem.Code, problem.Field)).Where(problem => problem is not DateLiesInTheFuture);
    }

    private IEnumerable<Problem> CheckReadmission(DateOnly effectiveOn)
    {
        if (!transition.IsReadmission)
            yield break;
        if (file.Membership?.Ordinal > 1)
            yield return new ReadmissionIsAllowedOnlyOnce { Field = "input.status" };
        var notBefore = file.Status.Valid.LowerBound.AddMonths(policy.MonthsBeforeReadmission);
        if (effectiveOn < notBefore)
            yield return new ReadmissionIsTooEarly(policy.MonthsBeforeReadmission, notBefore) { Field = "input.effectiveOn" };
    }

    // The dates that an admission or recognition leads to.
    private MembershipDates NewDates() => IsAdmission
        ? new MembershipDates
        {
            AdmissionDecisionNumber = Wording.Clean(input.Decision?.Number),
            AdmissionDecidedOn = input.Decision?.DecidedOn,
            CeremonyOn = EffectiveOn,
        }
        : new MembershipDates
        {
            AdmissionDecisionNumber = file.Membership?.AdmissionDecisionNumber,
            AdmissionDecidedOn = file.Membership?.AdmissionDecidedOn,
            CeremonyOn = file.Membership?.CeremonyOn,
            OfficialOn = EffectiveOn,
            OfficialOnReason = Wording.Clean(input.OfficialOnReason),
            RecognitionDecisionNumber = Wording.Clean(input.Decision?.Number),
            RecognitionDecidedOn = input.Decision?.DecidedOn,
        };

    private void Advance(MembersDbContext db)
    {
        if (file.Membership is null)
        {
            file.Membership = new Membership { Id = Guid.CreateVersion7(), MemberId = file.Member.Id };
            db.Memberships.Add(file.Membership);
        }

        file.Membership.Take(NewDates());
        file.Member.Show(file.Membership);
    }

    private void Leave(DateOnly effectiveOn)
    {
        if (file.Membership is { } membership)
            membership.EndedOn = effectiveOn;
        if (file.Cell is { } cell)
            cell.Valid = cell.Valid.EndedBefore(effectiveOn);
        foreach (var flag in file.Flags)
            flag.Valid = flag.Valid.EndedBefore(effectiveOn);
        if (file.Card is { } card)
        {
            card.Valid = card.Valid.EndedBefore(effectiveOn);
            card.EndedBecause = transition.To == MembershipStatus.Deceased ? CardEnd.Death : CardEnd.Returned;
            card.OwedSince = transition.To == MembershipStatus.Deceased ? null : effectiveOn;
            file.Member.Carry(null, file.CvNumber?.Number);
        }
    }

    private void Return(MembersDbContext db, DateOnly effectiveOn)
    {
        db.Assignments.Add(new CellAssignment
        {
            Id = Guid.CreateVersion7(),
            MemberId = file.Member.Id,
            OrganizationId = OrganizationId,
            Kind = AssignmentKind.Official,
            Valid = Periods.From(effectiveOn),
            DecisionNumber = Wording.Clean(input.Decision?.Number),
            DecidedOn = input.Decision?.DecidedOn,
        });
        file.Member.BelongTo(OrganizationId);
        if (transition.IsArrival)
            return;
        if (transition.IsRestoration)
        {
            file.Membership!.EndedOn = null;
            file.Membership.RestoredOn = effectiveOn;
            return;
        }

        file.Membership = new Membership { Id = Guid.CreateVersion7(), MemberId = file.Member.Id, Ordinal = 2 };
        db.Memberships.Add(file.Membership);
        file.Member.Show(file.Membership);
    }
}
