using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>A member is to be introduced to where they live (RES-01, RES-02). It is done when the letter was issued.</summary>
internal sealed class IntroductionToIssue : WorkItemKind
{
    private const string Waiting =
        """
        select waiting.id as fact_id, waiting.id as subject_id, waiting.cell_id as organization_id, waiting.workplace_id as responsible_id,
            waiting.member_id, waiting.opened_on as base_on
        from residence_liaison.introduction as waiting
        where waiting.province_id = @province and waiting.state = 'TO_INTRODUCE'
        """;

    /// <inheritdoc />
    public override string Id => "residence-liaison.introduction-to-issue";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đảng viên chưa được giới thiệu về nơi cư trú", "A member is not introduced to the residence");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy nơi công tác cấp giấy giới thiệu (mẫu 1-213) về nơi cư trú.",
        "The committee of the workplace issues the introduction letter (form 1-213).");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.IntroducedAnew;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.IssueLetters;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Waiting, subject: "waiting.id")
            .CancelledWhere(IntroductionWork.Became("'NOT_INTRODUCED', 'MOVED', 'ENDED'"))
            .Follows<Introduction>(introduction => introduction.Id);
        kind.Deadline<IntroductionPolicy>().WorkingDays(policy => policy.IssueWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
