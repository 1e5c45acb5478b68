using Modular.DataProtection.Breaches;
using Modular.DataProtection.Contracts;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;

namespace Modular.DataProtection.WorkItems;

/// <summary>
/// The authority is to be told of a breach (PD-11). The clock runs in hours and stops on no holiday; the item shows the day in Vietnam on which it runs out, the breach itself the moment.
/// </summary>
internal sealed class BreachToReport : WorkItemKind
{
    private const string Untold =
        """
        select breach.id as fact_id, breach.id as subject_id, breach.organization_id, breach.organization_id as responsible_id, null::uuid as member_id,
            (breach.report_due_at at time zone interval '7 hours')::date as base_on
        from data_protection.breach as breach
        where breach.province_id = @province and breach.state in ('DETECTED', 'ASSESSED')
        """;

    /// <inheritdoc />
    public override string Id => "data-protection.breach-to-report";

    /// <inheritdoc />
    public override LocalizedText Title => new("Vi phạm bảo vệ dữ liệu cá nhân chưa thông báo cơ quan chuyên trách", "A breach is to be reported to the authority");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Người phụ trách bảo vệ dữ liệu đánh giá và thông báo cho cơ quan chuyên trách trong 72 giờ kể từ khi phát hiện, kể cả ngày nghỉ.",
        "The data-protection officer assesses the breach and tells the authority within 72 hours of its detection, holidays included.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.BreachNotice;

    /// <inheritdoc />
    public override string Permission => DataProtectionPermissions.ReadBreaches;

    /// <inheritdoc />
    public override string HandlingPermission => DataProtectionPermissions.HandleBreaches;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Untold, subject: "breach.id").Follows<Breach>(breach => breach.Id, breach => breach.State);
        kind.Deadline<BreachPolicy>().NoticeDays(policy => policy.NoticeDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
