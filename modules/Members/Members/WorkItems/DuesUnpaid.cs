using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Dues;
using Modular.Members.People;

namespace Modular.Members.WorkItems;

/// <summary>
/// A member paid no dues for three months of a year without good reason, so that the cell considers removal from the list (MEM-60, REM-06). It is done when the dues are paid or
/// a reason is found, and cancelled when the member leaves.
/// </summary>
internal sealed class DuesUnpaid : WorkItemKind
{
    private const string Unpaid =
        """
        select unpaid.months[unpaid.needed] as fact_id, member.id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id,
            (unpaid.days[unpaid.needed] + make_interval(months => 1) - make_interval(days => 1))::date as base_on
        from (
            select dues.member_id, array_agg(dues.id order by dues.month) as months, array_agg(dues.month order by dues.month) as days,
                (kernel.policy_on('members.dues', @dues, @today) ->> 'unpaidMonths')::integer as needed
            from members.dues_month as dues
            where dues.province_id = @province and dues.state = 'UNPAID_WITHOUT_REASON'
            group by dues.member_id, extract(year from dues.month)
        ) as unpaid
        join members.member as member on member.province_id = @province and member.id = unpaid.member_id
        where member.status in ('OFFICIAL', 'PROBATIONARY') and cardinality(unpaid.months) >= unpaid.needed
        """;

    /// <inheritdoc />
    public override string Id => "members.dues-unpaid";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đảng viên không đóng đảng phí 3 tháng trong năm", "A member paid no dues for three months of a year");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi bộ làm rõ lý do; không có lý do chính đáng thì xem xét, đề nghị xóa tên trong danh sách đảng viên.",
        "The cell asks for the reason; where there is no good one it considers removal from the list.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.Dues;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.RecordDues;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unpaid, subject: "member.id").Reads<DuesPolicy>("dues").CancelledWhere(MemberWork.IsOver)
            .Follows<DuesMonth>(dues => dues.MemberId)
            .Follows<Member>(member => member.Id, member => member.Status, member => member.OrganizationId);
        kind.Deadline<DuesPolicy>().WorkingDays(policy => policy.HandlingWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
