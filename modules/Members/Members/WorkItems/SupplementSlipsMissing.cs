using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.People;
using Modular.Members.SupplementSlips;

namespace Modular.Members.WorkItems;

/// <summary>Supplement slips of a year are missing in a cell (MEM-03): one item for the cell, done when the last slip is in. Sent back ones are missing again.</summary>
internal sealed class SupplementSlipsMissing : WorkItemKind
{
    private const string Missing =
        """
        select md5(place.organization_id::text || owed.year)::uuid as fact_id, place.organization_id as subject_id, place.organization_id,
            place.organization_id as responsible_id, null::uuid as member_id, make_date(owed.year, 12, 31) as base_on
        from kernel.organization_tree as place
        cross join lateral generate_series(
            greatest((kernel.policy_on('members.supplement-slips', @slips, @today) ->> 'firstYear')::integer, extract(year from @today)::integer - 1),
            extract(year from @today)::integer) as owed (year)
        where place.province_id = @province and place.kind in ('CELL', 'GRASSROOTS_CELL') and place.valid @> @today
            and exists (
                select from members.member as member
                where member.province_id = place.province_id and member.organization_id = place.organization_id and member.status in ('OFFICIAL', 'PROBATIONARY')
                    and member.joined_on <= make_date(owed.year, 12, 31)
                    and not exists (
                        select from members.supplement_slip as slip
                        where slip.province_id = member.province_id and slip.member_id = member.id and slip.year = owed.year and slip.state in ('SUBMITTED', 'ACCEPTED')))
        """;

    /// <inheritdoc />
    public override string Id => "members.supplement-slips-missing";

    /// <inheritdoc />
    public override LocalizedText Title => new("Còn thiếu phiếu bổ sung hồ sơ đảng viên của năm", "Supplement slips of the year are missing");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi bộ thu phiếu bổ sung của các đảng viên chưa nộp, chuyển cấp ủy cơ sở.",
        "The cell collects the slips of those who have not handed theirs in, and passes them to the grassroots committee.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.SupplementSlips;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.SubmitSlips;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Missing, subject: "place.organization_id").Reads<SupplementSlipPolicy>("slips")
            .CancelledWhere(
                """
                not exists (
                    select from kernel.organization_tree as standing
                    where standing.province_id = @province and standing.organization_id = present.organization_id and standing.valid @> @today)
                """)
            .Follows<SupplementSlip>(slip => slip.OrganizationId)
            .Follows<Member>(member => member.OrganizationId, member => member.Status, member => member.OrganizationId);
        kind.Deadline<SupplementSlipPolicy>().WorkingDays(policy => policy.GraceWorkingDays).NoticeDays(policy => policy.NoticeDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
