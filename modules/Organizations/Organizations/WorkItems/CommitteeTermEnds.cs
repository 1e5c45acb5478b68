using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;

namespace Modular.Organizations.WorkItems;

/// <summary>
/// The running term of a committee ends, or has ended without a new one (ORG-10). It is done when the next term is opened; a term that gets another end makes another item.
/// </summary>
internal sealed class CommitteeTermEnds : WorkItemKind
{
    private const string Terms =
        """
        select term.id as fact_id, term.organization_id as subject_id, term.organization_id, term.organization_id as responsible_id, null::uuid as member_id,
            upper(term.valid) - 1 as base_on
        from organizations.committee_term as term
        join organizations.organization as organization on organization.province_id = term.province_id and organization.id = term.organization_id
        where term.province_id = @province and not upper_inf(term.valid) and organization.ended_on is null
            and term.valid_from = (
                select max(latest.valid_from) from organizations.committee_term as latest
                where latest.province_id = term.province_id and latest.organization_id = term.organization_id)
        """;

    /// <inheritdoc />
    public override string Id => "organizations.committee-term-ends";

    /// <inheritdoc />
    public override LocalizedText Title => new("Nhiệm kỳ cấp ủy sắp hết hoặc đã hết", "A committee's term ends or has ended");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Tổ chức đại hội hoặc chỉ định cấp ủy, rồi ghi nhận nhiệm kỳ mới. Tổ chức sớm hoặc muộn hơn phải được cấp ủy cấp trên đồng ý.",
        "Hold the congress, or have the committee appointed, and open the new term. Earlier or later takes the consent of the superior committee.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.CommitteeTerm;

    /// <inheritdoc />
    public override string Permission => OrganizationsPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => OrganizationsPermissions.ManageCommittees;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Terms, subject: "term.organization_id").CancelledWhere(OrganizationWork.IsOver)
            .Follows<CommitteeTerm>(term => term.OrganizationId)
            .Follows<Organization>(organization => organization.Id, organization => organization.EndedOn);
        kind.Deadline<CommitteeDeadlinesPolicy>().NoticeDays(policy => policy.CongressNoticeDays).RemindsDaysBefore(policy => policy.CongressReminderDays);
    }
}
