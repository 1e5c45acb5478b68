using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>No organization bears the code.</summary>
internal sealed record ReportingOrganizationIsUnknown : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Không có tổ chức đảng nào mang mã {0}.", "No organization bears the code {0}.");
}

/// <summary>Figures of a year are reported when it is over.</summary>
internal sealed record YearIsNotOverYet : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Năm {0} chưa kết thúc.", "The year {0} is not over yet.");
}

/// <summary>A year is closed when it is over.</summary>
/// <param name="Year">The year.</param>
internal sealed record YearOfOrganizationIsNotOverYet(int Year) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new($"Năm {Year} chưa kết thúc.", $"The year {Year} is not over yet.");
}

/// <summary>A year that was reported, by the organization or by those below it, or closed, stays as it is.</summary>
/// <param name="Year">The year.</param>
internal sealed record YearIsClosedAlready(int Year) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CommentIsACriterion;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Số liệu năm {Year} đã được báo cáo hoặc đã chốt.", $"The figures of {Year} were reported or closed already.");
}

/// <summary>Only members who were introduced are commended or reminded.</summary>
internal sealed record MoreWereJudgedThanIntroduced : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CommentIsACriterion;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tổng số được biểu dương và bị nhắc nhở nhiều hơn số đã giới thiệu.", "More were commended and reminded than introduced.");
}

/// <summary>What was reported of a year is not overwritten.</summary>
internal sealed record YearIsReportedOtherwise : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CommentIsACriterion;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Số liệu năm {0} của tổ chức này đã có và khác; hãy hoàn tác tệp trước nếu cần sửa.",
        "The figures of {0} of this organization are there and differ; undo the earlier file to correct them.");
}

/// <summary>A file says once what an organization reported of a year.</summary>
internal sealed record YearAppearsTwiceInTheFile : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Năm này của tổ chức đã có trong tệp, dòng {0}.", "The organization's year is in the file already, in row {0}.");
}
