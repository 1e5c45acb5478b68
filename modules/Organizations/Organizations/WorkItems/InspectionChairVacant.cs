using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Inspection;
using Modular.Organizations.Register;

namespace Modular.Organizations.WorkItems;

/// <summary>
/// An inspection committee has no chair (ORG-18). It counts from the day on which the last one left, or the inspection committee began without one; where none is on record nothing is said.
/// </summary>
internal sealed class InspectionChairVacant : WorkItemKind
{
    private const string Vacancies =
        """
        select committee.organization_id as fact_id, committee.organization_id as subject_id, committee.organization_id, committee.organization_id as responsible_id, null::uuid as member_id,
            greatest(committee.formed_on, (
                select max(upper(earlier.valid)) from organizations.inspection_post as earlier
                where earlier.province_id = committee.province_id and earlier.inspection_committee_id = committee.id and earlier.post = 'CHAIR' and upper(earlier.valid) <= @today)) as base_on
        from organizations.inspection_committee as committee
        join organizations.committee_term as term on term.province_id = committee.province_id and term.id = committee.term_id and term.valid @> @today
        join organizations.organization as organization
            on organization.province_id = committee.province_id and organization.id = committee.organization_id and organization.ended_on is null
        where committee.province_id = @province and committee.formed_on <= @today
            and (
                select count(*) from organizations.inspection_post as post
                where post.province_id = committee.province_id and post.inspection_committee_id = committee.id and post.post = 'CHAIR' and post.valid @> @today) = 0
        """;

    // A term that is over takes its inspection committee with it, and the vacancy too.
    private const string IsOver =
        """
        not exists (
            select from organizations.inspection_post as held
            where held.province_id = @province and held.organization_id = present.organization_id and held.post = 'CHAIR' and lower(held.valid) >= present.base_on)
        """;

    /// <inheritdoc />
    public override string Id => "organizations.inspection-chair-vacant";

    /// <inheritdoc />
    public override LocalizedText Title => new("Khuyết chủ nhiệm ủy ban kiểm tra", "An inspection committee has no chair");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy bầu chủ nhiệm ủy ban kiểm tra trong số cấp ủy viên; tổ chức mới lập, sáp nhập, chia tách thì ban thường vụ cấp ủy cấp trên chỉ định.",
        "The committee elects a chair among its members; in new, merged or split organizations the superior's standing committee appoints one.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.InspectionCommittee;

    /// <inheritdoc />
    public override string Permission => OrganizationsPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => OrganizationsPermissions.ManageCommittees;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Vacancies, subject: "committee.organization_id").CancelledWhere(IsOver)
            .Follows<InspectionCommittee>(committee => committee.OrganizationId)
            .Follows<InspectionPost>(post => post.OrganizationId)
            .Follows<Committees.CommitteeTerm>(term => term.OrganizationId)
            .Follows<Organization>(organization => organization.Id, organization => organization.EndedOn);
        kind.Deadline<CommitteeDeadlinesPolicy>().WorkingDays(policy => policy.InspectionChairWorkingDays).RemindsDaysBefore(policy => policy.InspectionChairReminderDays);
    }
}
