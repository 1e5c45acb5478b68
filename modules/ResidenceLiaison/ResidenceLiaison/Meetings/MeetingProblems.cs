using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>The user does not hold meetings of this cell.</summary>
internal sealed record MeetingIsOutOfYourReach : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Bạn không có quyền tổ chức cuộc họp của chi bộ này.", "You do not hold meetings of this cell.");
}

/// <summary>The step does not follow the state in which the meeting is.</summary>
/// <param name="From">The state.</param>
/// <param name="To">The state that was asked for.</param>
internal sealed record MeetingStepDoesNotFollow(MeetingState From, MeetingState To) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.HalfYearlyMeeting;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Cuộc họp \"{From.Name().Vietnamese}\" không thể chuyển sang \"{To.Name().Vietnamese}\".",
        $"A meeting that is {From.Name().English} cannot be {To.Name().English}.");
}

/// <summary>Only cells meet their working members.</summary>
internal sealed record OnlyCellsMeetLiaisonMembers : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.HalfYearlyMeeting;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ chi bộ nơi cư trú mới họp với đảng viên đang công tác.", "Only a residential cell meets its working members.");
}

/// <summary>A periodic meeting lies in its half-year.</summary>
/// <param name="PlannedOn">The day that was given.</param>
internal sealed record DayIsOutsideTheHalfYear(DateOnly PlannedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.HalfYearlyMeeting;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày {PlannedOn.Vietnamese()} không thuộc kỳ họp đã chọn.", $"{PlannedOn.English()} does not lie in the half-year that was chosen.");
}

/// <summary>The cell has its meeting of the half-year already.</summary>
internal sealed record CellMeetsOnceInAHalfYear : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.HalfYearlyMeeting;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chi bộ đã có cuộc họp định kỳ của kỳ này; hãy lập cuộc họp đột xuất nếu cần.",
        "The cell has its periodic meeting of this half-year already; plan an extraordinary one if it is needed.");
}

/// <summary>Nobody keeps contact with the cell who could be summoned.</summary>
internal sealed record NobodyIsToBeSummoned : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.HalfYearlyMeeting;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chi bộ chưa có đảng viên đang công tác nào thuộc diện dự họp.", "No working member who takes part in meetings keeps contact with the cell.");
}

/// <summary>Only whoever was summoned is recorded, and only whoever was there gave an opinion.</summary>
internal sealed record MemberWasNotSummoned : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InPerson;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên này không có trong danh sách của cuộc họp.", "This member is not on the list of the meeting.");
}

/// <summary>An absence says its reason, a representation by whom, and a presence neither.</summary>
internal sealed record AttendanceSaysWhatItNeeds : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InPerson;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Vắng có lý do phải nêu lý do; đi thay phải nêu người đi thay; các trường hợp khác thì không.",
        "An absence with a reason says the reason, a representation says who came; nothing else says either.");
}
