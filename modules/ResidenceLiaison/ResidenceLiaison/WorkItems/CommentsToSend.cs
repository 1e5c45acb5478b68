using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>Comments that were certified are to go to the workplaces.</summary>
internal sealed class CommentsToSend : WorkItemKind
{
    private const string Waiting =
        """
        select distinct waiting.cell_id as fact_id, waiting.cell_id as subject_id, waiting.receiver_id as organization_id, waiting.receiver_id as responsible_id, null::uuid as member_id,
            (
                select min(first.certified_on) from residence_liaison.comment as first
                where first.province_id = waiting.province_id and first.cell_id = waiting.cell_id and first.receiver_id = waiting.receiver_id and first.state = 'CERTIFIED'
            ) as base_on
        from residence_liaison.comment as waiting
        where waiting.province_id = @province and waiting.state = 'CERTIFIED'
        """;

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
        kind.Facts(Waiting, subject: "waiting.cell_id").Follows<Comment>(comment => comment.CellId);
        kind.Deadline<CommentPolicy>().WorkingDays(policy => policy.SendWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
