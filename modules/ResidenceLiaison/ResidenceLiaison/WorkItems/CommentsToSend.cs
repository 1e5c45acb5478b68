using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>Comments that were certified are to go to the workplaces.</summary>
internal sealed class CommentsToSend : WorkItemKind
{
    /// <inheritdoc />
    public override string Id => "residence-liaison.comments-to-send";

    /// <inheritdoc />
    public override LocalizedText Title => new("Nhận xét của nơi cư trú đã xác nhận, chưa gửi về nơi công tác", "Certified comments are to be sent");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Đảng ủy xã, phường gửi nhận xét về nơi công tác của đảng viên.",
        "The commune committee sends the comments to the workplaces.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.YearlyComment;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.CertifyComments;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(WaitingComments.At("CERTIFIED", since: "certified_on"), subject: "waiting.cell_id").Follows<Comment>(comment => comment.CellId);
        kind.Deadline<CommentPolicy>().WorkingDays(policy => policy.SendWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
