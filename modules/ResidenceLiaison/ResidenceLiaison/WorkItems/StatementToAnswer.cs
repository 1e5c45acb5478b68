using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>What a member stated about a comment is to be answered (RES-10).</summary>
internal sealed class StatementToAnswer : WorkItemKind
{
    private const string Unanswered =
        """
        select stated.id as fact_id, stated.id as subject_id, stated.cell_id as organization_id, stated.cell_id as responsible_id, stated.member_id, stated.stated_on as base_on
        from residence_liaison.comment as stated
        where stated.province_id = @province and stated.statement is not null and stated.statement_answer is null
        """;

    /// <inheritdoc />
    public override string Id => "residence-liaison.comment-statement-to-answer";

    /// <inheritdoc />
    public override LocalizedText Title => new("Ý kiến của đảng viên về nhận xét của nơi cư trú chưa được trả lời", "What a member stated about a comment is not answered");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi ủy nơi cư trú trả lời ý kiến của đảng viên.",
        "The cell that wrote the comment answers the member.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.MemberIsTold;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.WriteComments;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unanswered, subject: "stated.id").Follows<Comment>(comment => comment.Id);
        kind.Deadline<CommentPolicy>().WorkingDays(policy => policy.AnswerWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
