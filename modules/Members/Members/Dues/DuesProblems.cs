using System.Globalization;
using Modular.Kernel.Results;

namespace Modular.Members.Dues;

/// <summary>Dues are recorded for months that have begun.</summary>
/// <param name="Month">The first day of the month.</param>
internal sealed record MonthIsNotOver(DateOnly Month) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Dues;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chưa đến tháng {Months.Write(Month)}.", $"The month {Months.Write(Month)} has not begun.");
}

/// <summary>Dues are owed by members, from the month of joining to that of leaving.</summary>
/// <param name="Month">The first day of the month.</param>
internal sealed record MemberOwedNothingThen(DateOnly Month) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Dues;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Người này không phải là đảng viên trong tháng {Months.Write(Month)}.", $"This person was no member in the month {Months.Write(Month)}.");
}

/// <summary>A good reason and an exemption are named.</summary>
internal sealed record DuesNeedTheirReason : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Dues;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Phải nêu lý do chưa đóng hoặc được miễn đóng đảng phí.", "Say why dues were not paid, or why the member is exempted.");
}

/// <summary>The register says something else about the month.</summary>
internal sealed record MonthIsRecordedOtherwise : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Dues;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tháng này đã ghi khác; muốn sửa phải chọn điều chỉnh.", "The month is recorded otherwise; say that this is a correction.");
}

/// <summary>How sentences write a month.</summary>
internal static class Months
{
    public static string Write(DateOnly month) => month.ToString("MM/yyyy", CultureInfo.InvariantCulture);
}
