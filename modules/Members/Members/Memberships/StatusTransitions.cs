using Modular.Kernel.Results;
using Modular.Members.Contracts;
using static Modular.Members.Contracts.MembershipStatus;

namespace Modular.Members.Memberships;

/// <summary>Which status may follow which (members §2.3).</summary>
internal static class StatusTransitions
{
    private static readonly StatusTransition[] All =
    [
        new(Sympathizer, Applicant, NeedsDecision: false, Rules.LifeCycle),
        new(Applicant, Probationary, NeedsDecision: true, Rules.CeremonyAfterDecision),
        new(Probationary, Official, NeedsDecision: true, Rules.Probation),
        new(Probationary, NameRemoved, NeedsDecision: true, Rules.ProbationersAreNotExpelled),
        new(Probationary, LeftOnRequest, NeedsDecision: true, Rules.LifeCycle),
        new(Probationary, Deceased, NeedsDecision: false, Rules.LifeCycle),
        new(Official, Expelled, NeedsDecision: true, Rules.LifeCycle),
        new(Official, NameRemoved, NeedsDecision: true, Rules.LifeCycle),
        new(Official, LeftOnRequest, NeedsDecision: true, Rules.LifeCycle),
        new(Official, Deceased, NeedsDecision: false, Rules.LifeCycle),
        new(Expelled, Official, NeedsDecision: true, Rules.Restoration),
        new(NameRemoved, Official, NeedsDecision: true, Rules.Restoration),
        new(NameRemoved, Probationary, NeedsDecision: true, Rules.Restoration),
        new(TransferredOut, Official, NeedsDecision: true, Rules.StartingATransfer),
        new(TransferredOut, Probationary, NeedsDecision: true, Rules.StartingATransfer),
        new(Expelled, Applicant, NeedsDecision: true, Rules.Readmission),
        new(NameRemoved, Applicant, NeedsDecision: true, Rules.Readmission),
        new(LeftOnRequest, Applicant, NeedsDecision: true, Rules.Readmission),
    ];

    /// <summary>The transition, or null where the regulations know none.</summary>
    public static StatusTransition? Find(MembershipStatus from, MembershipStatus to) =>
        Array.Find(All, transition => transition.From == from && transition.To == to);
}

/// <summary>One step of a person's way.</summary>
/// <param name="From">The status before.</param>
/// <param name="To">The status after.</param>
/// <param name="NeedsDecision">Whether it takes a decision; a death is established, not decided.</param>
/// <param name="Rule">The rule that opens the way.</param>
internal sealed record StatusTransition(MembershipStatus From, MembershipStatus To, bool NeedsDecision, RuleReference Rule)
{
    /// <summary>Whether the person comes back because the removal was unjust.</summary>
    public bool IsRestoration => From.IsFinal() && To.IsMember() && !IsArrival;

    /// <summary>Whether a probationary member is recognized as an official one (ADM-22).</summary>
    public bool IsRecognition => (From, To) == (Probationary, Official);

    /// <summary>Whether somebody who was transferred out of the province is introduced to it again; the decision is the introduction paper.</summary>
    public bool IsArrival => From == TransferredOut;

    /// <summary>The mutation by whose procedure the step comes about, or null where it is recorded directly.</summary>
    public string? Procedure => (From, To) switch
    {
        (_, Expelled) => "recordDisciplinaryMeasure",
        (_, Deceased) => "recordDeath",
        (Expelled, Official) => "settleDisciplineComplaint",
        _ => null,
    };

    /// <summary>Whether the person starts anew.</summary>
    public bool IsReadmission => From.IsFinal() && To == Applicant;

    /// <summary>Whether the person begins to stand on the list of a cell again.</summary>
    public bool LeadsIntoACell => IsRestoration || IsReadmission || IsArrival;
}
