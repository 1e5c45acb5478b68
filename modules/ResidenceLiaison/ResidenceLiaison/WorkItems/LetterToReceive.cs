using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>A letter was issued, and the commune committee has neither received nor returned it (RES-03).</summary>
internal sealed class LetterToReceive : WorkItemKind
{
    private const string Waiting =
        """
        select waiting.id as fact_id, waiting.id as subject_id, waiting.receiver_id as organization_id, waiting.receiver_id as responsible_id,
            waiting.member_id, waiting.issued_on as base_on
        from residence_liaison.introduction as waiting
        where waiting.province_id = @province and waiting.state = 'LETTER_ISSUED'
        """;

    /// <inheritdoc />
    public override string Id => "residence-liaison.letter-to-receive";

    /// <inheritdoc />
    public override LocalizedText Title => new("Giấy giới thiệu về nơi cư trú chưa được tiếp nhận", "A letter of introduction is not received");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Đảng ủy xã, phường tiếp nhận giấy giới thiệu, hoặc trả lại nếu không đúng.",
        "The commune committee receives the letter, or returns it where it is wrong.");

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
        kind.Deadline<IntroductionPolicy>().WorkingDays(policy => policy.ReceiveWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
