using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>
/// An export of sensitive data waits for approval (PD-07). It is shown where those answer who may approve it: at the export's organization, or, where it is about the province, at the root of the
/// tree. Its last day is the one on which the export expires undecided.
/// </summary>
internal sealed class ExportToApprove : WorkItemKind
{
    private const string Waiting =
        """
        select export.id as fact_id, export.id as subject_id, coalesce(export.organization_id, root.organization_id) as organization_id,
            coalesce(export.organization_id, root.organization_id) as responsible_id, null::uuid as member_id,
            (export.expires_at at time zone interval '7 hours')::date as base_on
        from kernel.exports as export
        left join lateral (
            select tree.organization_id from kernel.organization_tree as tree
            where tree.province_id = @province and tree.depth = 0 and tree.valid @> @today
            order by tree.organization_id limit 1
        ) as root on true
        where export.province_id = @province and export.state = 'AWAITING_APPROVAL' and coalesce(export.organization_id, root.organization_id) is not null
        """;

    /// <inheritdoc />
    public override string Id => "exports.export-to-approve";

    /// <inheritdoc />
    public override LocalizedText Title => new("Yêu cầu xuất dữ liệu nhạy cảm chờ duyệt", "An export of sensitive data waits for approval");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Người có quyền duyệt, không phải người yêu cầu, duyệt hoặc từ chối trước khi yêu cầu hết hạn.",
        "Somebody who may approve, other than whoever asked, approves or refuses before the export expires.");

    /// <inheritdoc />
    public override RuleReference Rule => ExportRules.SensitiveDataTakesWrittenRules;

    /// <inheritdoc />
    public override string Permission => ExportPermissions.Approve;

    /// <inheritdoc />
    public override string HandlingPermission => ExportPermissions.Approve;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Waiting, subject: "export.id")
            .CancelledWhere("exists (select from kernel.exports as closed where closed.province_id = @province and closed.id = present.fact_id and closed.state in ('WITHDRAWN', 'EXPIRED'))")
            .Follows<Export>(export => export.Id, export => export.State);
        kind.Deadline<ExportPolicy>().NoticeDays(policy => policy.ApprovalDays).RemindsDaysBefore(policy => policy.ApprovalReminderDays);
    }
}
