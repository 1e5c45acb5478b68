using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Deaths;

namespace Modular.Members.WorkItems;

/// <summary>A slip about somebody who died or left is to go up with the file (MEM-05). It is done when it was sent.</summary>
internal sealed class SlipToSend : WorkItemKind
{
    private const string Unsent =
        """
        select slip.id as fact_id, slip.id as subject_id, member.organization_id, member.organization_id as responsible_id, slip.member_id, slip.made_on as base_on
        from members.departure_slip as slip
        join members.member as member on member.province_id = slip.province_id and member.id = slip.member_id
        where slip.province_id = @province and slip.sent_on is null
        """;

    /// <inheritdoc />
    public override string Id => "members.slip-to-send";

    /// <inheritdoc />
    public override LocalizedText Title => new("Chuyển phiếu báo đảng viên từ trần, ra khỏi Đảng", "The slip about a member who died or left is to be sent");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Đảng ủy cơ sở chuyển phiếu báo cùng hồ sơ đảng viên lên cấp ủy cấp trên trực tiếp.",
        "The grassroots committee sends the slip with the member's file to its direct superior.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.DepartureSlips;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.KeepSlips;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unsent, subject: "slip.id").Follows<DepartureSlip>(slip => slip.Id);
        kind.Deadline<SlipPolicy>().WorkingDays(policy => policy.SendingWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
