using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.WorkItems;

/// <summary>
/// An elected committee awaits the approval of its superior (ORG-12). It counts from the congress; where no congress is on record, as for what was taken over from before, nothing is said.
/// </summary>
internal sealed class ApprovalAwaited : WorkItemKind
{
    private const string Awaited =
        """
        select term.id as fact_id, term.id as subject_id, term.organization_id, organization.parent_id as responsible_id, null::uuid as member_id, term.congress_on as base_on
        from organizations.committee_term as term
        join organizations.organization as organization on organization.province_id = term.province_id and organization.id = term.organization_id
        where term.province_id = @province and term.decision_id is null and not term.is_appointed and term.congress_on is not null and term.congress_on <= @today
            and upper(term.valid) > @today and organization.parent_id is not null and organization.ended_on is null
        """;

    private const string IsOver =
        "exists (select from organizations.committee_term as over where over.province_id = @province and over.id = present.fact_id and over.decision_id is null)";

    /// <inheritdoc />
    public override string Id => "organizations.approval-awaited";

    /// <inheritdoc />
    public override LocalizedText Title => new("Cấp ủy chờ chuẩn y", "An elected committee awaits approval");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy cấp trên trực tiếp xem xét, chuẩn y kết quả bầu cử; cấp ủy mới điều hành ngay sau khi được bầu.",
        "The directly superior committee considers and approves the election; the new committee leads as soon as it is elected.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.ApprovalBySuperior;

    /// <inheritdoc />
    public override string Permission => OrganizationsPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => OrganizationsPermissions.ManageCommittees;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Awaited, subject: "term.id").CancelledWhere(IsOver).Follows<CommitteeTerm>(term => term.Id);
        kind.Deadline<CommitteeDeadlinesPolicy>().WorkingDays(policy => policy.ApprovalWorkingDays).RemindsDaysBefore(policy => policy.ApprovalReminderDays);
    }
}
