using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Transfers.BetweenProvinces;

namespace Modular.Members.WorkItems;

/// <summary>A paper from another province awaits acceptance (MEM-21). It is done when the member is taken in.</summary>
internal sealed class ArrivalToAccept : WorkItemKind
{
    private const string Arrivals =
        """
        select arrival.id as fact_id, arrival.id as subject_id, arrival.receiver_id as organization_id,
            coalesce((
                select box.organization_id
                from members.arrival_box as box
                where box.province_id = arrival.province_id and box.arrival_id = arrival.id and box.signed_on is null
                order by box.ordinal
                limit 1
            ), arrival.receiver_id) as responsible_id,
            null::uuid as member_id, arrival.introduced_on as base_on
        from members.arrival as arrival
        where arrival.province_id = @province and arrival.state = 'ARRIVED' and arrival.receiver_id is not null
        """;

    private const string Closed =
        "exists (select from members.arrival as closed where closed.province_id = @province and closed.id = present.fact_id and closed.state in ('RETURNED', 'RECALLED'))";

    /// <inheritdoc />
    public override string Id => "members.arrival-to-accept";

    /// <inheritdoc />
    public override LocalizedText Title => new("Giấy giới thiệu từ tỉnh khác chờ tiếp nhận", "A paper from another province awaits acceptance");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy đến lượt ký ô của mình và giới thiệu tiếp đến chi bộ; chi bộ tiếp nhận đảng viên hoặc trả lại giấy kèm lý do.",
        "The committee whose turn it is signs its box and directs the paper to a cell; the cell takes the member in, or the paper is sent back with the reason.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.PresentingThePaper;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.Transfer;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Arrivals, subject: "arrival.id").CancelledWhere(Closed).Follows<Arrival>(arrival => arrival.Id)
            .Follows<ArrivalBox>(box => box.ArrivalId);
        kind.Deadline<TransferDeadlinePolicy>().WorkingDays(policy => policy.PresentingWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
