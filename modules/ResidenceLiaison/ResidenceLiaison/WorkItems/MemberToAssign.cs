using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>A letter was received, and the member is not assigned to a cell (RES-03).</summary>
internal sealed class MemberToAssign : WorkItemKind
{
    private const string Waiting =
        """
        select waiting.id as fact_id, waiting.id as subject_id, waiting.receiver_id as organization_id, waiting.receiver_id as responsible_id,
            waiting.member_id, waiting.received_on as base_on
        from residence_liaison.introduction as waiting
        where waiting.province_id = @province and waiting.state = 'RECEIVED_BY_COMMUNE'
        """;

    /// <inheritdoc />
    public override string Id => "residence-liaison.member-to-assign";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đảng viên được giới thiệu chưa được phân công về chi bộ nơi cư trú", "An introduced member is not assigned to a cell");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Đảng ủy xã, phường lập danh sách, phân công đảng viên về chi bộ nơi cư trú.",
        "The commune committee lists the member and assigns them to a residential cell.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.ReceivedAndAssigned;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.ReceiveLetters;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Waiting, subject: "waiting.id")
            .CancelledWhere(IntroductionWork.Became("'MOVED', 'ENDED'"))
            .Follows<Introduction>(introduction => introduction.Id);
        kind.Deadline<IntroductionPolicy>().WorkingDays(policy => policy.AssignWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
