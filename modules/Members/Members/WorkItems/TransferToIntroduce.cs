using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Transfers;

namespace Modular.Members.WorkItems;

/// <summary>A transfer was asked for, and its introduction paper is not complete yet (MEM-20). It is done when the last introducing committee has signed.</summary>
internal sealed class TransferToIntroduce : WorkItemKind
{
    private const string Transfers =
        """
        select transfer.id as fact_id, transfer.id as subject_id, transfer.origin_id as organization_id,
            coalesce((
                select box.organization_id
                from members.transfer_box as box
                where box.province_id = transfer.province_id and box.transfer_id = transfer.id and box.signed_on is null
                order by box.ordinal
                limit 1
            ), transfer.origin_id) as responsible_id,
            transfer.member_id as member_id, transfer.changed_on as base_on
        from members.transfer as transfer
        where transfer.province_id = @province and transfer.state = 'REQUESTED'
        """;

    /// <inheritdoc />
    public override string Id => "members.transfer-to-introduce";

    /// <inheritdoc />
    public override LocalizedText Title => new("Giấy giới thiệu sinh hoạt đảng chưa ký xong", "An introduction paper is not complete");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Tổ chức đến lượt ký ô tiếp theo trên giấy giới thiệu, trong 60 ngày làm việc kể từ ngày quyết định có hiệu lực hoặc có thay đổi.",
        "The organization whose turn it is signs its box of the paper, within 60 working days of the effect of the decision or of the change.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.StartingATransfer;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.Transfer;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Transfers, subject: "transfer.id")
            .CancelledWhere(TransferWork.Ended("WITHDRAWN"))
            .Follows<Transfer>(transfer => transfer.Id)
            .Follows<TransferBox>(box => box.TransferId);
        kind.Deadline<TransferPolicy>().WorkingDays(policy => policy.StartingWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
