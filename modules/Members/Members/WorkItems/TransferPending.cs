using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Flags;
using Modular.Members.People;

namespace Modular.Members.WorkItems;

/// <summary>A member was introduced to another organization and is not yet accepted there (MEM-21). It is done when the flag ends.</summary>
internal sealed class TransferPending : WorkItemKind
{
    private const string Transfers =
        """
        select flag.id as fact_id, flag.member_id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id,
            lower(flag.valid) as base_on
        from members.membership_flag as flag
        join members.member as member on member.province_id = flag.province_id and member.id = flag.member_id
        where flag.province_id = @province and flag.flag = 'TRANSFER_OUT_PENDING' and flag.valid @> @today
        """;

    /// <inheritdoc />
    public override string Id => "members.transfer-pending";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đảng viên đang chuyển sinh hoạt đảng", "A member's transfer is pending");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Đảng viên nộp giấy giới thiệu cho nơi đến; quá hạn phải báo cáo cụ thể lý do với cấp ủy có thẩm quyền.",
        "The member presents the introduction paper at the destination; whoever is late reports the reasons to the competent committee.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.PresentingThePaper;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.SetFlags;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Transfers, subject: "flag.member_id").CancelledWhere(MemberWork.IsOver)
            .Follows<FlagPeriod>(flag => flag.MemberId)
            .Follows<Member>(member => member.Id, member => member.OrganizationId);
        kind.Deadline<TransferDeadlinePolicy>().WorkingDays(policy => policy.PresentingWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
