using Modular.Kernel.Results;

namespace Modular.Members.Reports;

/// <summary>A report of another organization than those of the user.</summary>
internal sealed record ReportIsOutOfYourReach : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StatisticsForms;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn không có quyền lập, gửi hoặc tiếp nhận báo cáo thống kê của tổ chức đảng này.", "You may not close, submit or receive statistical reports of this organization.");
}

/// <summary>The report went to the superior, and only a returned one is closed anew.</summary>
/// <param name="SubmittedOn">The day of submission.</param>
internal sealed record ReportWasSubmitted(DateOnly SubmittedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StatisticsForms;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Báo cáo của kỳ này đã gửi cấp trên ngày {SubmittedOn.Vietnamese()}; chỉ chốt lại khi cấp trên trả lại.",
        $"The report of this period went to the superior on {SubmittedOn.English()}; it is closed anew only after it was returned.");
}

/// <summary>The report does not stand at this step.</summary>
internal sealed record ReportStandsElsewhere : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StatisticsForms;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Báo cáo không ở bước này, hoặc đã có bản chốt mới hơn.", "The report does not stand at this step, or a later revision took its place.");
}

/// <summary>Who submits a report does not receive it.</summary>
internal sealed record ReportIsReceivedBySomebodyElse : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StatisticsForms;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Người gửi báo cáo không tự tiếp nhận hoặc trả lại báo cáo đó.", "Whoever submitted a report does not receive or return it.");
}

/// <summary>The organization did not exist at the end of the period.</summary>
/// <param name="Day">The last day of the period.</param>
internal sealed record OrganizationDidNotExist(DateOnly Day) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StatisticsForms;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Tổ chức đảng không tồn tại vào ngày {Day.Vietnamese()}.", $"The organization did not exist on {Day.English()}.");
}

/// <summary>A step is not earlier than the one before it.</summary>
/// <param name="Day">The day that was given.</param>
/// <param name="Earliest">The first day that is possible.</param>
internal sealed record ReportStepIsTooEarly(DateOnly Day, DateOnly Earliest) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StatisticsForms;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày {Day.Vietnamese()} sớm hơn bước trước ({Earliest.Vietnamese()}).", $"{Day.English()} is before the step before it ({Earliest.English()}).");
}
