using Modular.Kernel.Results;

namespace Modular.Members.Records;

/// <summary>Nothing in a member's life happened before birth.</summary>
/// <param name="Day">The day that was given.</param>
/// <param name="BirthDate">The member's birth date.</param>
internal sealed record DayIsBeforeBirth(DateOnly Day, DateOnly BirthDate) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MemberSheet;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày {Day.Vietnamese()} sớm hơn ngày sinh ({BirthDate.Vietnamese()}).", $"{Day.English()} is before the birth date ({BirthDate.English()}).");
}

/// <summary>A period of the sheet ends on the day on which it began, or later.</summary>
/// <param name="BeganOn">The first day.</param>
/// <param name="EndedOn">The last day that was given.</param>
internal sealed record PeriodEndsBeforeItBegan(DateOnly BeganOn, DateOnly EndedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MemberSheet;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày kết thúc ({EndedOn.Vietnamese()}) sớm hơn ngày bắt đầu ({BeganOn.Vietnamese()}).",
        $"The last day ({EndedOn.English()}) is before the first ({BeganOn.English()}).");
}

/// <summary>Periods of the work history, and stays abroad, follow each other.</summary>
/// <param name="EarlierFrom">The first day of the one.</param>
/// <param name="LaterFrom">The first day of the other, which begins before the one has ended.</param>
internal sealed record PeriodsOverlap(DateOnly EarlierFrom, DateOnly LaterFrom) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MemberSheet;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Giai đoạn từ {LaterFrom.Vietnamese()} trùng với giai đoạn từ {EarlierFrom.Vietnamese()}; việc làm cùng lúc ghi chung một dòng.",
        $"The period from {LaterFrom.English()} overlaps with the one from {EarlierFrom.English()}; what was done at one time stands in one line.");
}

/// <summary>Stays abroad are listed from some months on.</summary>
/// <param name="LeastMonths">From how many months on.</param>
internal sealed record StayAbroadIsTooShortToBeListed(int LeastMonths) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StaysAbroad;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Lý lịch chỉ kê khai các lần ra nước ngoài từ {LeastMonths} tháng trở lên.", $"The sheet lists stays abroad from {LeastMonths} months on.");
}

/// <summary>A parent is older, and a child younger, than the member.</summary>
/// <param name="BirthYear">The year of birth that was given.</param>
internal sealed record RelativeIsOfTheWrongAge(int BirthYear) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MemberSheet;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Năm sinh {BirthYear} không phù hợp với quan hệ và ngày sinh của đảng viên.", $"The year of birth {BirthYear} does not fit the relation and the member's birth date.");
}
