using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Discipline;

namespace Modular.Members.WorkItems;

/// <summary>A complaint against a disciplinary measure is to be settled (REM-10).</summary>
internal sealed class DisciplineComplaintDue : WorkItemKind
{
    private const string Unsettled =
        """
        select measure.id as fact_id, measure.id as subject_id, measure.organization_id, measure.decided_by_organization_id as responsible_id, measure.member_id,
            measure.complaint_received_on as base_on
        from members.disciplinary_measure as measure
        where measure.province_id = @province and measure.complaint_received_on is not null and measure.complaint_settled_on is null
        """;

    /// <inheritdoc />
    public override string Id => "members.discipline-complaint-due";

    /// <inheritdoc />
    public override LocalizedText Title => new("Giải quyết khiếu nại kỷ luật đảng", "A complaint against discipline is to be settled");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy, ủy ban kiểm tra có thẩm quyền giải quyết khiếu nại và thông báo cho đảng viên.",
        "The competent committee or inspection commission settles the complaint and tells the member.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.Complaints;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.RecordDiscipline;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.SettleComplaints;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unsettled, subject: "measure.id").Follows<DisciplinaryMeasure>(measure => measure.Id);
        kind.Deadline<DisciplinePolicy>().Days(policy => policy.SettlementDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
