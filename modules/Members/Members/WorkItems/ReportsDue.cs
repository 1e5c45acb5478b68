using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Reports;

namespace Modular.Members.WorkItems;

/// <summary>An organization has not submitted every form of a period that is over, or has some back. It is done when all are with the superior.</summary>
internal sealed class ReportsDue : WorkItemKind
{
    private const string Unsubmitted =
        """
        select md5(node.organization_id::text || period.last_day)::uuid as fact_id, node.organization_id as subject_id, node.organization_id,
            node.organization_id as responsible_id, null::uuid as member_id, period.last_day as base_on
        from (select kernel.policy_on('members.reports', @reports, @today) as values) as policy
        cross join lateral (
            select make_date(year, split_part(given ->> 'end', '-', 1)::integer, split_part(given ->> 'end', '-', 2)::integer) as last_day,
                make_date(year, 1, 1) as first_day, given -> 'forms' as forms
            from jsonb_array_elements(policy.values -> 'periods') as given
            cross join generate_series(extract(year from @today)::integer - 1, extract(year from @today)::integer) as year
        ) as period
        join kernel.organization_tree as node on node.valid @> @today
        where node.province_id = @province and period.last_day <= @today and period.last_day >= (policy.values ->> 'firstPeriodEnd')::date
            and policy.values -> 'reportingKinds' @> to_jsonb(node.kind)
            and exists (
                select from kernel.organization_tree as earlier
                where earlier.province_id = node.province_id and earlier.organization_id = node.organization_id and earlier.valid @> period.last_day)
            and exists (
                select from jsonb_array_elements_text(period.forms) as due (form)
                where not exists (
                    select from members.statistics_report as report
                    where report.province_id = node.province_id and report.organization_id = node.organization_id and report.form = due.form
                        and report.from_day = period.first_day and report.to_day = period.last_day and report.state in ('SUBMITTED', 'RECEIVED')))
        """;

    /// <inheritdoc />
    public override string Id => "members.reports-due";

    /// <inheritdoc />
    public override LocalizedText Title => new("Báo cáo thống kê đảng viên đến hạn gửi", "Reports of Party statistics are to be submitted");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chốt và gửi cấp trên các biểu thống kê đảng viên của kỳ; hoàn thiện biểu bị trả lại.",
        "Close the forms of the period and submit them to the superior; mend those that came back.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.StatisticsForms;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.CloseReports;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unsubmitted, subject: "node.organization_id").Reads<ReportPolicy>("reports")
            .CancelledWhere(
                """
                not exists (
                    select from kernel.organization_tree as remaining
                    where remaining.province_id = @province and remaining.organization_id = present.organization_id and remaining.valid @> @today)
                """)
            .Follows<StatisticsReport>(report => report.OrganizationId);
        kind.Deadline<ReportPolicy>().Days(policy => policy.SubmitDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}

/// <summary>A submitted report waits to be received or returned.</summary>
internal sealed class ReportToReceive : WorkItemKind
{
    private const string Submitted =
        """
        select report.id as fact_id, report.id as subject_id, report.receiver_id as organization_id, report.receiver_id as responsible_id, null::uuid as member_id,
            report.submitted_on as base_on
        from members.statistics_report as report
        where report.province_id = @province and report.state = 'SUBMITTED' and report.receiver_id is not null
        """;

    /// <inheritdoc />
    public override string Id => "members.report-to-receive";

    /// <inheritdoc />
    public override LocalizedText Title => new("Báo cáo thống kê chờ tiếp nhận", "A report of Party statistics is to be received");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Kiểm tra biểu thống kê do cấp dưới gửi; tiếp nhận hoặc trả lại kèm lý do.", "Check what the organization below submitted; receive it or return it with a reason.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.StatisticsForms;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.ReceiveReports;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Submitted, subject: "report.id").Follows<StatisticsReport>(report => report.Id);
        kind.Deadline<ReportPolicy>().WorkingDays(policy => policy.ReceiveWorkingDays);
    }
}
