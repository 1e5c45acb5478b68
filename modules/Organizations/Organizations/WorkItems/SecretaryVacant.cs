using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;

namespace Modular.Organizations.WorkItems;

/// <summary>
/// A committee has no secretary (ORG-08). It counts from the day on which the last one left, or the term began without one; where it has
/// no term on record nothing is known, and nothing is said.
/// </summary>
internal sealed class SecretaryVacant : WorkItemKind
{
    private const string Vacancies =
        """
        select term.organization_id as fact_id, term.organization_id as subject_id, term.organization_id,
            coalesce(organization.parent_id, organization.id) as responsible_id, null::uuid as member_id,
            greatest(term.valid_from, (
                select max(upper(earlier.valid)) from organizations.committee_post as earlier
                where earlier.province_id = term.province_id and earlier.organization_id = term.organization_id and earlier.post = 'SECRETARY'
                    and upper(earlier.valid) <= @today)) as base_on
        from organizations.committee_term as term
        join organizations.organization as organization on organization.province_id = term.province_id and organization.id = term.organization_id
        where term.province_id = @province and term.valid_from <= @today and organization.ended_on is null
            and term.valid_from = (
                select max(latest.valid_from) from organizations.committee_term as latest
                where latest.province_id = term.province_id and latest.organization_id = term.organization_id)
            -- Counted and not "not exists": the planner knows too little of periods, and would compare all committees with all secretaries.
            and (
                select count(*) from organizations.committee_post as post
                where post.province_id = term.province_id and post.organization_id = term.organization_id and post.post = 'SECRETARY'
                    and post.valid @> @today) = 0
        """;

    /// <inheritdoc />
    public override string Id => "organizations.secretary-vacant";

    /// <inheritdoc />
    public override LocalizedText Title => new("Khuyết bí thư", "The post of secretary is vacant");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Bầu bổ sung bí thư; nếu ba lần bầu không có kết quả hoặc thật cần thiết thì cấp ủy cấp trên trực tiếp chỉ định.",
        "Elect a secretary; where three ballots give none, or when really necessary, the directly superior committee appoints one.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.AppointmentBySuperior;

    /// <inheritdoc />
    public override string Permission => OrganizationsPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => OrganizationsPermissions.ManageCommittees;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Vacancies, subject: "term.organization_id").CancelledWhere(OrganizationWork.IsOver)
            .Follows<CommitteePost>(post => post.OrganizationId)
            .Follows<CommitteeTerm>(term => term.OrganizationId)
            .Follows<Organization>(organization => organization.Id, organization => organization.EndedOn, organization => organization.ParentId);
        kind.Deadline<CommitteeDeadlinesPolicy>().WorkingDays(policy => policy.SecretaryWorkingDays).RemindsDaysBefore(policy => policy.SecretaryReminderDays);
    }
}
