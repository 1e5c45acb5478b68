using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.WorkItems;

/// <summary>
/// A cell has fewer than three official members, so that it can hold no vote (ORG-01, ORG-02). It counts from the day on which it last had enough, and is the superior's to remedy.
/// </summary>
internal sealed class CellBelowMinimum : WorkItemKind
{
    private const string Minimum = "(select (kernel.policy_on('members.cell-minimum', @deadline, @today) ->> 'officialMembers')::integer)";

    private const string SmallCells =
        $"""
        select place.organization_id as fact_id, place.organization_id as subject_id, place.organization_id,
            coalesce(place.parent_id, place.organization_id) as responsible_id, null::uuid as member_id,
            (
                select coalesce(max(counted.next_day) filter (where counted.official >= {Minimum}), min(counted.first_day), lower(place.valid))
                from members.headcount as counted
                where counted.province_id = place.province_id and counted.organization_id = place.organization_id
            ) as base_on
        from kernel.organization_tree as place
        left join members.headcount as now_counted
            on now_counted.province_id = place.province_id and now_counted.organization_id = place.organization_id and now_counted.next_day is null
        where place.province_id = @province and place.kind in ('CELL', 'GRASSROOTS_CELL') and place.valid @> @today
            and coalesce(now_counted.official, 0) < {Minimum}
        """;

    /// <summary>The kind's identifier, for handlers of events.</summary>
    public const string KindId = "members.cell-below-minimum";

    /// <inheritdoc />
    public override string Id => KindId;

    /// <inheritdoc />
    public override LocalizedText Title => new("Chi bộ có dưới 3 đảng viên chính thức", "A cell has fewer than three official members");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy cấp trên điều đảng viên về hoặc sáp nhập chi bộ; trong thời gian này chi bộ không biểu quyết được.",
        "The superior committee sends members or merges the cell; until then the cell can hold no vote.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.CellMinimum;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.Assign;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(SmallCells, subject: "place.organization_id")
            .CancelledWhere(
                """
                not exists (
                    select from kernel.organization_tree as standing
                    where standing.province_id = @province and standing.organization_id = present.organization_id and standing.valid @> @today)
                """)
            .Follows<Member>(member => member.OrganizationId, member => member.Status, member => member.OrganizationId)
            .Follows<CellAssignment>(assignment => assignment.OrganizationId);
        kind.Deadline<CellMinimumPolicy>().WorkingDays(policy => policy.RemedyWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
