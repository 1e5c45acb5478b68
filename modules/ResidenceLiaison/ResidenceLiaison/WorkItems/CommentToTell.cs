using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>A comment went to the workplace, and the member was not told (RES-10).</summary>
internal sealed class CommentToTell : WorkItemKind
{
    private const string Waiting =
        """
        select waiting.id as fact_id, waiting.id as subject_id, waiting.workplace_cell_id as organization_id, waiting.workplace_cell_id as responsible_id, waiting.member_id,
            waiting.sent_on as base_on
        from residence_liaison.comment as waiting
        where waiting.province_id = @province and waiting.state in ('SENT', 'RECEIVED') and waiting.replaced_on is null
        """;

    /// <inheritdoc />
    public override string Id => "residence-liaison.comment-to-tell";

    /// <inheritdoc />
    public override LocalizedText Title => new("Chưa thông báo nhận xét của nơi cư trú cho đảng viên", "A member was not told of the comment of the residence");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy nơi công tác tiếp nhận và thông báo nhận xét cho đảng viên tại buổi kiểm điểm cuối năm hoặc khi cần.",
        "The workplace receives the comment and tells the member, at the year-end review or when it is needed.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.MemberIsTold;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.RequestComments;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Waiting, subject: "waiting.id").Follows<Comment>(comment => comment.Id);
        kind.Deadline<CommentPolicy>().WorkingDays(policy => policy.TellWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
