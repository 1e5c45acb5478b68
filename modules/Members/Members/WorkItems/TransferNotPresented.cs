using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Transfers;

namespace Modular.Members.WorkItems;

/// <summary>A paper was not presented for more than 3 months (MEM-04). It is done when the member is taken in or the case is reported.</summary>
internal sealed class TransferNotPresented : WorkItemKind
{
    private const string Transfers =
        """
        select transfer.id as fact_id, transfer.id as subject_id, transfer.origin_id as organization_id, transfer.origin_id as responsible_id,
            transfer.member_id as member_id,
            (transfer.introduced_on
                + make_interval(months => (kernel.policy_on('members.transfer', @transfer, transfer.introduced_on) ->> 'reportAfterMonths')::integer))::date + 1 as base_on
        from members.transfer as transfer
        where transfer.province_id = @province and transfer.state in ('INTRODUCED', 'RECEIVED') and transfer.reported_on is null
        """;

    /// <inheritdoc />
    public override string Id => "members.transfer-not-presented";

    /// <inheritdoc />
    public override LocalizedText Title => new("Quá 3 tháng chưa nộp hồ sơ chuyển sinh hoạt", "A paper was not presented for more than three months");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy cơ sở nơi đi xác minh và báo cáo cấp trên trường hợp quá 3 tháng không nộp hồ sơ mà không có lý do.",
        "The grassroots committee of the origin finds out why, and reports whoever has not filed the papers for more than three months without reason.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.PapersNotPresented;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.Transfer;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Transfers, subject: "transfer.id").Reads<TransferPolicy>("transfer")
            .CancelledWhere(TransferWork.Ended("RETURNED', 'WITHDRAWN"))
            .Follows<Transfer>(transfer => transfer.Id)
            .Follows<TransferBox>(box => box.TransferId);
        kind.Deadline<TransferPolicy>();
    }
}
