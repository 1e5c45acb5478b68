using Modular.Kernel.Results;

namespace Modular.Members.SupplementSlips;

/// <summary>A slip tells of a year that has begun.</summary>
/// <param name="Year">The year that was given.</param>
internal sealed record YearIsStillToCome(int Year) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.SupplementSlips;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Năm {Year} chưa đến.", $"The year {Year} is still to come.");
}

/// <summary>Who joined later, or is no member, owes no slip.</summary>
/// <param name="Year">The year.</param>
internal sealed record MemberOwesNoSlipOfTheYear(int Year) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.SupplementSlips;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Người này không phải nộp phiếu bổ sung năm {Year}: không là đảng viên hoặc vào Đảng sau năm đó.",
        $"This person owes no supplement slip of {Year}: they are no member, or joined later.");
}

/// <summary>A slip of the year is in.</summary>
/// <param name="Year">The year.</param>
internal sealed record SlipOfTheYearIsIn(int Year) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.SupplementSlips;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Phiếu bổ sung năm {Year} của đảng viên này đã nộp.", $"The supplement slip of {Year} of this member is in already.");
}
