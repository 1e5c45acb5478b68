using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Notices;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>The residence proposed to praise or to handle a member, and waits for the answer (RES-14).</summary>
internal sealed class ProposalToAnswer : WorkItemKind
{
    private const string Unanswered =
        """
        select proposal.id as fact_id, proposal.id as subject_id, proposal.addressee_id as organization_id, proposal.addressee_id as responsible_id,
            proposal.member_id, proposal.sent_on as base_on
        from residence_liaison.notice as proposal
        where proposal.province_id = @province and proposal.answer_by is not null and proposal.state in ('DELIVERED', 'READ', 'ACKNOWLEDGED')
        """;

    /// <inheritdoc />
    public override string Id => "residence-liaison.proposal-to-answer";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đề nghị của nơi cư trú chưa được trả lời", "A proposal of the residence is not answered");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy nơi công tác xem xét và trả lời đề nghị biểu dương hoặc xử lý đảng viên.",
        "The committee of the workplace considers the proposal to praise or to handle a member, and answers it.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.Proposals;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.ExchangeNotices;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unanswered, subject: "proposal.id")
            .Follows<Notice>(notice => notice.Id);
        kind.Deadline<NoticePolicy>().WorkingDays(policy => policy.AnswerWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
