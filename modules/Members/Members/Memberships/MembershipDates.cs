using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;
using Modular.Members.Contracts;

namespace Modular.Members.Memberships;

/// <summary>The dates of a membership as somebody states them, and the rules between them (members §2.2).</summary>
[GraphQLName("MembershipDatesInput")]
internal sealed record MembershipDates
{
    /// <summary>Number and symbol of the admission decision.</summary>
    public string? AdmissionDecisionNumber { get; init; }

    /// <summary>Date of the admission decision.</summary>
    public DateOnly? AdmissionDecidedOn { get; init; }

    /// <summary>Date of the ceremony.</summary>
    public DateOnly? CeremonyOn { get; init; }

    /// <summary>Official date.</summary>
    public DateOnly? OfficialOn { get; init; }

    /// <summary>Why the official date is not 12 months after the ceremony.</summary>
    public string? OfficialOnReason { get; init; }

    /// <summary>Number and symbol of the recognition decision.</summary>
    public string? RecognitionDecisionNumber { get; init; }

    /// <summary>Date of the recognition decision.</summary>
    public DateOnly? RecognitionDecidedOn { get; init; }

    /// <summary>The day from which Party age was confirmed to count.</summary>
    public DateOnly? ConfirmedPartyAgeFrom { get; init; }

    /// <summary>Why Party age counts from that day.</summary>
    public string? PartyAgeReason { get; init; }

    /// <summary>The dates with the official date filled in, where it follows from the ceremony and the person is official.</summary>
    public MembershipDates CompleteFor(MembershipStatus status, AdmissionPolicy policy) =>
        status == MembershipStatus.Official && OfficialOn is null && CeremonyOn is { } ceremony
            ? this with { OfficialOn = ceremony.AddMonths(policy.ProbationMonths) }
            : this;

    /// <summary>Every rule that the dates break.</summary>
    /// <param name="status">The status that the person has or is to have.</param>
    /// <param name="birthDate">When the person was born.</param>
    /// <param name="today">Today in Vietnam.</param>
    /// <param name="policy">The values in force on the day of admission.</param>
    /// <param name="path">Where the dates stand in the input, for instance <c>input.membership</c>.</param>
    public IEnumerable<Problem> Check(
        MembershipStatus status, DateOnly birthDate, DateOnly today, AdmissionPolicy policy, string path) =>
    [
        .. CheckPresence(status, path),
        .. CheckFuture(today, path),
        .. CheckAdmission(birthDate, policy, path),
        .. CheckRecognition(policy, path),
    ];

    private IEnumerable<Problem> CheckPresence(MembershipStatus status, string path)
    {
        if (!status.IsMember())
        {
            if (AdmissionDecidedOn is not null || CeremonyOn is not null || OfficialOn is not null)
                yield return new OnlyMembersHaveMembershipDates(status) { Field = path };
            yield break;
        }

        if (status == MembershipStatus.Probationary && CeremonyOn is null)
            yield return new ProbationaryMemberNeedsCeremonyDate { Field = $"{path}.ceremonyOn" };
        if (status == MembershipStatus.Probationary && OfficialOn is not null)
            yield return new ProbationaryMemberHasNoOfficialDate { Field = $"{path}.officialOn" };
        if (status == MembershipStatus.Official && OfficialOn is null)
            yield return new OfficialMemberNeedsOfficialDate { Field = $"{path}.officialOn" };
        if (ConfirmedPartyAgeFrom is not null && PartyAgeReason is null)
            yield return new PartyAgeIsConfirmedWithReasonOnly { Field = $"{path}.partyAgeReason" };
    }

    private IEnumerable<Problem> CheckFuture(DateOnly today, string path)
    {
        (DateOnly? Day, string Field)[] days =
        [
            (AdmissionDecidedOn, "admissionDecidedOn"),
            (CeremonyOn, "ceremonyOn"),
            (OfficialOn, "officialOn"),
            (RecognitionDecidedOn, "recognitionDecidedOn"),
            (ConfirmedPartyAgeFrom, "confirmedPartyAgeFrom"),
        ];
        return days.Where(day => day.Day > today).Select(day => new DateLiesInTheFuture(day.Day!.Value, today) { Field = $"{path}.{day.Field}" });
    }

    private IEnumerable<Problem> CheckAdmission(DateOnly birthDate, AdmissionPolicy policy, string path)
    {
        var admittedOn = AdmissionDecidedOn ?? CeremonyOn;
        if (admittedOn is { } admitted && !policy.Admits(birthDate, admitted))
        {
            yield return new MemberMustBeOldEnoughAtAdmission(policy.MinimumAgeYears, birthDate, admitted)
            {
                Field = AdmissionDecidedOn is null ? $"{path}.ceremonyOn" : $"{path}.admissionDecidedOn",
            };
        }

        if (CeremonyOn < AdmissionDecidedOn)
            yield return new CeremonyIsBeforeAdmissionDecision(CeremonyOn.Value, AdmissionDecidedOn.Value) { Field = $"{path}.ceremonyOn" };
    }

    private IEnumerable<Problem> CheckRecognition(AdmissionPolicy policy, string path)
    {
        if (OfficialOn is not { } official)
            yield break;
        if (official <= (CeremonyOn ?? AdmissionDecidedOn))
            yield return new OfficialDateIsNotAfterCeremony(official, (CeremonyOn ?? AdmissionDecidedOn)!.Value) { Field = $"{path}.officialOn" };
        else if (OfficialOnReason is null && CeremonyOn is { } ceremony && official != ceremony.AddMonths(policy.ProbationMonths))
            yield return new OfficialDateDoesNotEndProbation(official, ceremony.AddMonths(policy.ProbationMonths), policy.ProbationMonths) { Field = $"{path}.officialOn" };
        if (OfficialOnReason is null && RecognitionDecidedOn < official)
            yield return new RecognitionIsBeforeEndOfProbation(RecognitionDecidedOn.Value, official) { Field = $"{path}.recognitionDecidedOn" };
    }
}
