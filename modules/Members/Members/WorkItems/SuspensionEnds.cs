using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Flags;
using Modular.Members.People;

namespace Modular.Members.WorkItems;

/// <summary>A member's suspension from Party activities comes to its last day (MEM-57). It is done when the suspension is over; an extension makes another item.</summary>
internal sealed class SuspensionEnds : WorkItemKind
{
    private const string Suspensions =
        """
        select flag.id as fact_id, flag.member_id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id,
            coalesce(upper(flag.valid) - 1, lower(flag.valid) + (kernel.policy_on('members.suspension', @suspension, lower(flag.valid)) ->> 'maximumDays')::integer) as base_on
        from members.membership_flag as flag
        join members.member as member on member.province_id = flag.province_id and member.id = flag.member_id
        where flag.province_id = @province and flag.flag = 'SUSPENDED_ACTIVITY' and flag.valid @> @today
        """;

    /// <inheritdoc />
    public override string Id => "members.suspension-ends";

    /// <inheritdoc />
    public override LocalizedText Title => new("Sắp hết thời hạn đình chỉ sinh hoạt đảng", "A suspension from Party activities ends");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy có thẩm quyền quyết định chấm dứt hoặc gia hạn đình chỉ trước ngày cuối cùng.",
        "The competent committee decides before the last day whether the suspension ends or is extended.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.Suspension;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.SetFlags;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Suspensions, subject: "flag.member_id").Reads<SuspensionPolicy>("suspension").CancelledWhere(MemberWork.IsOver)
            .Follows<FlagPeriod>(flag => flag.MemberId)
            .Follows<Member>(member => member.Id, member => member.OrganizationId);
        kind.Deadline<SuspensionDeadlinePolicy>().NoticeDays(policy => policy.NoticeDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
