using Modular.Kernel.Results;

namespace Modular.Members.Cards.Numbers;

/// <summary>Numbers run from 1 to 999999, and a range from its first to its last.</summary>
internal sealed record CvNumberRangeIsUnfit : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CvNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Dải số lý lịch phải nằm trong 000001-999999, số đầu không lớn hơn số cuối.",
        "A range of CV numbers lies between 000001 and 999999, its first number not after its last.");
}

/// <summary>The organization board of the province splits the numbers; whoever reaches a part of it cannot.</summary>
internal sealed record CvNumberRangesBelongToTheProvince : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CvNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Dải số lý lịch do ban tổ chức tỉnh ủy phân bổ.", "Ranges of CV numbers are assigned by the organization board of the province.");
}

/// <summary>Some of the numbers were assigned to an organization before.</summary>
/// <param name="First">The first number of the range that overlaps.</param>
/// <param name="Last">Its last number.</param>
internal sealed record CvNumberRangesOverlap(int First, int Last) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CvNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Dải số trùng với dải đã phân bổ {First:000000}-{Last:000000}.", $"The range overlaps one that was assigned, {First:000000}-{Last:000000}.");
}

/// <summary>The member bears a number, which is for life.</summary>
/// <param name="Number">The number.</param>
internal sealed record MemberBearsACvNumber(string Number) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CvNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Đảng viên đã có số lý lịch {Number}.", $"The member bears the CV number {Number}.");
}

/// <summary>No range was assigned to an organization above the member's cell, or none has numbers left.</summary>
internal sealed record NoCvNumberIsLeft : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CvNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Cấp ủy quản lý chi bộ này chưa được phân bổ dải số lý lịch hoặc đã dùng hết.",
        "No range of CV numbers was assigned to a committee above this cell, or all of its numbers are given.");
}

/// <summary>A number with the province's letters is given by the organization to which its range was assigned.</summary>
/// <param name="Number">The number.</param>
internal sealed record CvNumberLiesInAnotherRange(string Number) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CvNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Số lý lịch {Number} thuộc dải đã phân bổ cho tổ chức khác.", $"The CV number {Number} lies in a range that was assigned to another organization.");
}
