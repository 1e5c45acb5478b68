using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>A member was assigned to a residential cell, and the cell has not informed them (RES-03).</summary>
internal sealed class MemberToInform : WorkItemKind
{
    private const string Waiting =
        """
        select waiting.id as fact_id, waiting.id as subject_id, waiting.residence_cell_id as organization_id, waiting.residence_cell_id as responsible_id,
            waiting.member_id, waiting.assigned_on as base_on
        from residence_liaison.introduction as waiting
        where waiting.province_id = @province and waiting.state = 'ASSIGNED_TO_CELL'
        """;

    /// <inheritdoc />
    public override string Id => "residence-liaison.member-to-inform";

    /// <inheritdoc />
    public override LocalizedText Title => new("Chi bộ nơi cư trú chưa thông báo cho đảng viên được giới thiệu", "The residential cell has not informed an introduced member");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi ủy nơi cư trú lập danh sách và thông báo cho đảng viên.",
        "The cell lists and informs the member.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.ReceivedAndAssigned;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.InformMembers;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Waiting, subject: "waiting.id")
            .CancelledWhere(IntroductionWork.Became("'MOVED', 'ENDED'"))
            .Follows<Introduction>(introduction => introduction.Id);
        kind.Deadline<IntroductionPolicy>().WorkingDays(policy => policy.InformWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
