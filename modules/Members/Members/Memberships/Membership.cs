using Modular.Kernel.Provinces;

namespace Modular.Members.Memberships;

/// <summary>
/// One membership of a person: the first, or the second after re-admission (ADM-30). The five dates that the regulations tell apart
/// stand apart here (members §2.2).
/// </summary>
internal sealed class Membership : IMemberFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The person.</summary>
    public Guid MemberId { get; init; }

    /// <summary>1 for the first membership, 2 for the one after re-admission.</summary>
    public int Ordinal { get; init; } = 1;

    /// <summary>Number and symbol of the admission decision (số quyết định kết nạp).</summary>
    public string? AdmissionDecisionNumber { get; set; }

    /// <summary>Date of the admission decision (ngày quyết định kết nạp): Party age counts from it once official.</summary>
    public DateOnly? AdmissionDecidedOn { get; set; }

    /// <summary>Date of the ceremony (ngày kết nạp, ngày vào Đảng): probation counts from it, and the card shows it.</summary>
    public DateOnly? CeremonyOn { get; set; }

    /// <summary>Official date (ngày chính thức): 12 months after the ceremony, however late the decision (ADM-20, ADM-25).</summary>
    public DateOnly? OfficialOn { get; set; }

    /// <summary>Why the official date is another one, for historic probation lengths.</summary>
    public string? OfficialOnReason { get; set; }

    /// <summary>Number and symbol of the recognition decision (số quyết định công nhận chính thức).</summary>
    public string? RecognitionDecisionNumber { get; set; }

    /// <summary>Date of the recognition decision (ngày quyết định công nhận chính thức).</summary>
    public DateOnly? RecognitionDecidedOn { get; set; }

    /// <summary>The day on which membership was restored after an unjust removal (ngày khôi phục đảng tịch); Party age is continuous.</summary>
    public DateOnly? RestoredOn { get; set; }

    /// <summary>The day from which Party age counts where it was confirmed otherwise.</summary>
    public DateOnly? ConfirmedPartyAgeFrom { get; set; }

    /// <summary>Why Party age counts from that day.</summary>
    public string? PartyAgeReason { get; set; }

    /// <summary>The first day after this membership; null while it lasts.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>
    /// The day from which Party age counts, null before the person is official. For the first membership the admission decision, or the
    /// ceremony where no decision is recorded; for the second the date of joining on the card (members §2.2).
    /// </summary>
    public DateOnly? CountsFrom => ConfirmedPartyAgeFrom ?? (OfficialOn is null ? null : UsualCountFrom);

    private DateOnly? UsualCountFrom => Ordinal == 1 ? AdmissionDecidedOn ?? CeremonyOn : CeremonyOn;

    /// <summary>Takes the dates over.</summary>
    public void Take(MembershipDates dates)
    {
        AdmissionDecisionNumber = dates.AdmissionDecisionNumber;
        AdmissionDecidedOn = dates.AdmissionDecidedOn;
        CeremonyOn = dates.CeremonyOn;
        OfficialOn = dates.OfficialOn;
        OfficialOnReason = dates.OfficialOnReason;
        RecognitionDecisionNumber = dates.RecognitionDecisionNumber;
        RecognitionDecidedOn = dates.RecognitionDecidedOn;
        ConfirmedPartyAgeFrom = dates.ConfirmedPartyAgeFrom;
        PartyAgeReason = dates.PartyAgeReason;
    }
}
