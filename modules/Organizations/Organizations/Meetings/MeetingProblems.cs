using System.Globalization;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Meetings;

/// <summary>Somebody must be to attend a meeting.</summary>
/// <param name="Most">The greatest number that makes sense.</param>
internal sealed record NobodyWasToAttend(int Most) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MonthlyMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Số phải dự họp từ 1 đến {Most}.", $"Between 1 and {Most} are to attend a meeting.");
}

/// <summary>Whoever attends was to attend.</summary>
/// <param name="Present">How many attended.</param>
/// <param name="Expected">How many were to attend.</param>
internal sealed record MoreAttendedThanWereToAttend(int Present, int Expected) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MonthlyMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Số có mặt ({Present}) phải từ 0 đến số phải dự họp ({Expected}).", $"Between 0 and {Expected}, who were to attend, can have attended; {Present} were entered.");
}

/// <summary>A meeting is recorded once it was held.</summary>
/// <param name="HeldOn">The day that was entered.</param>
/// <param name="Today">The day of today.</param>
internal sealed record MeetingIsInTheFuture(DateOnly HeldOn, DateOnly Today) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MonthlyMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày họp ({HeldOn:dd/MM/yyyy}) sau ngày hôm nay ({Today:dd/MM/yyyy}).", $"The meeting of {HeldOn:yyyy-MM-dd} lies ahead; today is {Today:yyyy-MM-dd}.");
}

/// <summary>The organization was not there on the day.</summary>
/// <param name="HeldOn">The day that was entered.</param>
internal sealed record OrganizationDidNotExistThen(DateOnly HeldOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MonthlyMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày {HeldOn:dd/MM/yyyy} tổ chức đảng này chưa thành lập hoặc đã kết thúc.", $"The organization was not founded yet, or had ended, on {HeldOn:yyyy-MM-dd}.");
}

/// <summary>Organizations of this kind have no such body.</summary>
/// <param name="Kind">The kind's code on the day.</param>
/// <param name="Body">Whose meeting was entered.</param>
internal sealed record KindDoesNotMeetSo(string Kind, MeetingBody Body) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MonthlyMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => Body == MeetingBody.Members
        ? new LocalizedText($"Chỉ chi bộ họp toàn thể đảng viên; loại hình \"{Kind}\" họp cấp ủy.", $"Only cells meet with all members; of the kind \"{Kind}\" the committee meets.")
        : new LocalizedText($"Loại hình \"{Kind}\", hoặc chi bộ không có chi ủy, không có cấp ủy để họp.", $"The kind \"{Kind}\", or a cell without a cell committee, has no committee that meets.");
}

/// <summary>A body meets regularly once a month.</summary>
/// <param name="Month">The first day of the month.</param>
internal sealed record RegularMeetingIsRecorded(DateOnly Month) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MonthlyMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Cuộc họp thường kỳ tháng {Written} đã được ghi.", $"The regular meeting of {Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)} is recorded already.");

    private string Written => Month.ToString("MM/yyyy", CultureInfo.InvariantCulture);
}

/// <summary>The same meeting of a day is recorded once.</summary>
/// <param name="HeldOn">The day.</param>
internal sealed record MeetingOfTheDayIsRecorded(DateOnly HeldOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MonthlyMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Cuộc họp cùng loại ngày {HeldOn:dd/MM/yyyy} đã được ghi.", $"A meeting of this kind on {HeldOn:yyyy-MM-dd} is recorded already.");
}

/// <summary>By Party groups only the members of a cell hold a regular meeting.</summary>
internal sealed record OnlyRegularMeetingsOfCellsAreHeldByGroups : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.GroupMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ cuộc họp chi bộ thường kỳ mới được tổ chức theo tổ đảng.", "Only the regular meeting of a cell's members is held by Party groups.");
}

/// <summary>Only a large cell with Party groups meets by groups.</summary>
/// <param name="Needed">How many members it needs.</param>
internal sealed record CellDoesNotMeetByGroups(int Needed) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.GroupMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chỉ chi bộ có tổ đảng và từ {Needed} đảng viên trở lên mới được họp theo tổ đảng.", $"Only a cell with Party groups and {Needed} members or more meets by groups.");
}

/// <summary>A cell meets by groups a few times a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Most">How many times at most.</param>
internal sealed record PartyGroupsMetOftenEnough(int Year, int Most) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.GroupMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Năm {Year} chi bộ đã họp theo tổ đảng đủ {Most} lần.", $"In {Year} the cell met by Party groups {Most} times already, which is the most.");
}

/// <summary>Somebody else recorded the same at the same time.</summary>
internal sealed record MeetingWasRecordedMeanwhile : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MonthlyMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Cùng lúc này có người khác đã ghi một trong các cuộc họp này; hãy tải lại danh sách.", "Somebody else recorded one of these meetings at the same time; read the list again.");
}
