using Modular.Kernel.Results;

namespace Modular.Organizations.Committees.Importing;

/// <summary>No organization bears, or ever bore, the code.</summary>
internal sealed record OrganizationCodeIsUnknown : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Không có tổ chức đảng nào mang mã {0}.", "No organization bears the code {0}.");
}

/// <summary>The organization is suspended or has ended.</summary>
internal sealed record ImportedOrganizationIsNotActive : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "\"{0}\" không hoạt động nên không nhận cấp ủy mới.", "\"{0}\" is not active and takes no committee.");
}

/// <summary>The register lacks the term, and the file does not say when it began or how large the committee is.</summary>
internal sealed record NewTermIsIncomplete : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CommitteeTerm;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Nhiệm kỳ \"{0}\" chưa có trong hệ thống: cần ngày bắt đầu và số lượng cấp ủy viên (0 nếu chi bộ không có chi ủy).",
        "The register does not have the term \"{0}\": its first day and the size of the committee are needed (0 for a cell without a committee).");
}

/// <summary>Another row, or the register, says something else of the term.</summary>
internal sealed record RowsSayDifferentThingsOfTheTerm : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Thời gian hoặc số lượng của nhiệm kỳ \"{0}\" khác với dòng khác hoặc với hệ thống.",
        "Days or sizes of the term \"{0}\" differ from those of another row or of the register.");
}

/// <summary>A file shows committees as they stand, so each has one term in it.</summary>
internal sealed record OrganizationHasOneTermInTheFile : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tệp đã có nhiệm kỳ \"{0}\" của tổ chức này; mỗi tệp chỉ nhận một nhiệm kỳ của một tổ chức.",
        "The file has the term \"{0}\" of this organization already; it takes one term of each.");
}

/// <summary>Terms of a committee follow each other.</summary>
internal sealed record AnotherTermIsNotOver : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CommitteeTerm;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Nhiệm kỳ \"{0}\" còn đến {1}; hãy mở nhiệm kỳ mới trước khi nhập.",
        "The term \"{0}\" lasts until {1}; open the new term before the import.");
}

/// <summary>No member bears the number.</summary>
internal sealed record MemberNumberIsUnknown : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Không có đảng viên nào mang số {0}.", "No member bears the number {0}.");
}

/// <summary>The name beside the number is not the one in the register.</summary>
internal sealed record NumberIsOfSomebodyElse : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Số {0} là của đảng viên mang tên khác.", "The number {0} is that of a member of another name.");
}
