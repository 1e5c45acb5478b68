using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Transfers;

namespace Modular.Members.WorkItems;

/// <summary>A temporary stay comes to its planned last day (MEM-28). It is done when the member is back; an extension makes another item.</summary>
internal sealed class TemporaryStayEnds : WorkItemKind
{
    private const string Transfers =
        """
        select transfer.id as fact_id, transfer.id as subject_id, transfer.origin_id as organization_id,
            coalesce(transfer.cell_id, transfer.origin_id) as responsible_id, transfer.member_id as member_id, transfer.temporary_until as base_on
        from members.transfer as transfer
        where transfer.province_id = @province and transfer.state = 'ACCEPTED' and transfer.kind = 'TEMPORARY'
        """;

    /// <inheritdoc />
    public override string Id => "members.temporary-stay-ends";

    /// <inheritdoc />
    public override LocalizedText Title => new("Sắp hết thời hạn sinh hoạt đảng tạm thời", "A temporary stay ends");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi bộ nơi tạm thời giới thiệu đảng viên về hoặc đề nghị gia hạn, báo cho chi bộ nơi chính thức.",
        "The temporary cell sends the member back or asks for an extension, and tells the home cell.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.TemporaryTransfer;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.Transfer;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Transfers, subject: "transfer.id")
            .CancelledWhere(TransferWork.Ended("LAPSED"))
            .Follows<Transfer>(transfer => transfer.Id)
            .Follows<TransferBox>(box => box.TransferId);
        kind.Deadline<TransferPolicy>().NoticeDays(policy => policy.NoticeDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
