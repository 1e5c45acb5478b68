using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>Comments that a cell signed wait for the commune committee.</summary>
internal sealed class CommentsToCertify : WorkItemKind
{
    /// <inheritdoc />
    public override string Id => "residence-liaison.comments-to-certify";

    /// <inheritdoc />
    public override LocalizedText Title => new("Nhận xét của chi bộ nơi cư trú chờ đảng ủy xã, phường xác nhận", "Comments of a cell are to be certified");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Đảng ủy xã, phường xem xét, xác nhận hoặc trả lại chi bộ.",
        "The commune committee certifies the comments or sends them back to the cell.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.YearlyComment;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.CertifyComments;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(WaitingComments.At("SIGNED", since: "signed_on"), subject: "waiting.cell_id").Follows<Comment>(comment => comment.CellId);
        kind.Deadline<CommentPolicy>().WorkingDays(policy => policy.CertifyWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
