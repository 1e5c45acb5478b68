using Modular.Kernel.Results;
using Modular.Members.Contracts;

namespace Modular.Members.Memberships;

/// <summary>Who is no member has no dates of membership.</summary>
/// <param name="Status">The status of the person.</param>
internal sealed record OnlyMembersHaveMembershipDates(MembershipStatus Status) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Người có tình trạng \"{StatusTexts.Of(Status).Vietnamese}\" chưa có ngày kết nạp, ngày vào Đảng hay ngày chính thức.",
        $"A person who is {StatusTexts.Of(Status).English} has no date of admission, ceremony or official membership.");
}

/// <summary>Probation starts with the ceremony.</summary>
internal sealed record ProbationaryMemberNeedsCeremonyDate : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Probation;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên dự bị phải có ngày kết nạp (ngày vào Đảng).", "A probationary member needs the date of the admission ceremony.");
}

/// <summary>A probationary member is not official yet.</summary>
internal sealed record ProbationaryMemberHasNoOfficialDate : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Probation;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên dự bị chưa có ngày chính thức.", "A probationary member has no official date yet.");
}

/// <summary>An official member became official on a day.</summary>
internal sealed record OfficialMemberNeedsOfficialDate : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Probation;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên chính thức phải có ngày chính thức hoặc ngày vào Đảng để tính ra ngày chính thức.",
        "An official member needs the official date, or the date of the ceremony from which it follows.");
}

/// <summary>Party age follows from the dates; another day takes a reason.</summary>
internal sealed record PartyAgeIsConfirmedWithReasonOnly : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PartyAge;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Ghi tuổi Đảng tính từ ngày khác thì phải nêu lý do xác nhận.", "Party age that counts from another day takes the reason of its confirmation.");
}

/// <summary>The register holds what has happened.</summary>
/// <param name="Day">The day that was given.</param>
/// <param name="Today">Today in Vietnam.</param>
internal sealed record DateLiesInTheFuture(DateOnly Day, DateOnly Today) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày {Day.Vietnamese()} sau hôm nay ({Today.Vietnamese()}).", $"{Day.English()} lies after today ({Today.English()}).");
}

/// <summary>Nobody is admitted too young.</summary>
/// <param name="MinimumAgeYears">The least age in years, counted by month.</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="AdmittedOn">The date of admission.</param>
internal sealed record MemberMustBeOldEnoughAtAdmission(int MinimumAgeYears, DateOnly BirthDate, DateOnly AdmittedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.AgeAtAdmission;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Sinh ngày {BirthDate.Vietnamese()} thì đến {AdmittedOn.Vietnamese()} chưa đủ {MinimumAgeYears} tuổi (tính theo tháng).",
        $"Born on {BirthDate.English()}, the person was not {MinimumAgeYears} years old (counted by month) on {AdmittedOn.English()}.");
}

/// <summary>The ceremony follows the decision.</summary>
/// <param name="CeremonyOn">The date of the ceremony.</param>
/// <param name="AdmissionDecidedOn">The date of the decision.</param>
internal sealed record CeremonyIsBeforeAdmissionDecision(DateOnly CeremonyOn, DateOnly AdmissionDecidedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CeremonyAfterDecision;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày kết nạp ({CeremonyOn.Vietnamese()}) sớm hơn ngày quyết định kết nạp ({AdmissionDecidedOn.Vietnamese()}).",
        $"The ceremony ({CeremonyOn.English()}) is before the admission decision ({AdmissionDecidedOn.English()}).");
}

/// <summary>Official membership follows admission.</summary>
/// <param name="OfficialOn">The official date.</param>
/// <param name="JoinedOn">The date of the ceremony, or of the decision where no ceremony is recorded.</param>
internal sealed record OfficialDateIsNotAfterCeremony(DateOnly OfficialOn, DateOnly JoinedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Probation;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày chính thức ({OfficialOn.Vietnamese()}) phải sau ngày vào Đảng ({JoinedOn.Vietnamese()}).",
        $"The official date ({OfficialOn.English()}) must be after the date of joining ({JoinedOn.English()}).");
}

/// <summary>The official date is the end of probation, unless a reason stands with it.</summary>
/// <param name="OfficialOn">The official date that was given.</param>
/// <param name="ExpectedOn">The end of probation.</param>
/// <param name="ProbationMonths">The length of probation.</param>
internal sealed record OfficialDateDoesNotEndProbation(DateOnly OfficialOn, DateOnly ExpectedOn, int ProbationMonths) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Probation;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày chính thức ({OfficialOn.Vietnamese()}) phải là {ExpectedOn.Vietnamese()}, tức {ProbationMonths} tháng sau ngày kết nạp; nếu khác thì nêu lý do.",
        $"The official date ({OfficialOn.English()}) must be {ExpectedOn.English()}, {ProbationMonths} months after the ceremony; give a reason where it is another.");
}

/// <summary>Recognition is not decided before probation is over.</summary>
/// <param name="RecognitionDecidedOn">The date of the recognition decision.</param>
/// <param name="OfficialOn">The end of probation.</param>
internal sealed record RecognitionIsBeforeEndOfProbation(DateOnly RecognitionDecidedOn, DateOnly OfficialOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RecognitionAfterProbation;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Quyết định công nhận ({RecognitionDecidedOn.Vietnamese()}) có trước khi hết thời gian dự bị ({OfficialOn.Vietnamese()}).",
        $"The recognition decision ({RecognitionDecidedOn.English()}) is before the end of probation ({OfficialOn.English()}).");
}
