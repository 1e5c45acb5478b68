using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>Comments, of the year or for a purpose, are to be written in a cell (RES-05), by the first of their last days. It is done when all were signed.</summary>
internal sealed class CommentsToWrite : WorkItemKind
{
    /// <summary>The kind's identifier, for what opens rounds.</summary>
    public const string KindId = "residence-liaison.comments-to-write";

    private const string Unwritten =
        """
        select distinct asked.cell_id as fact_id, asked.cell_id as subject_id, asked.cell_id as organization_id, asked.cell_id as responsible_id, null::uuid as member_id,
            (
                select min(first.due_on) from residence_liaison.comment_request as first
                where first.province_id = asked.province_id and first.cell_id = asked.cell_id and first.state in ('REQUESTED', 'DRAFTED')
            ) as base_on
        from residence_liaison.comment_request as asked
        where asked.province_id = @province and asked.state in ('REQUESTED', 'DRAFTED')
        """;

    /// <inheritdoc />
    public override string Id => KindId;

    /// <inheritdoc />
    public override LocalizedText Title => new("Nhận xét đảng viên ở nơi cư trú đến hạn", "Comments on working members are due");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi ủy phối hợp với ban công tác mặt trận nhận xét từng đảng viên đang công tác, ký và gửi đảng ủy xã, phường.",
        "The cell committee and the Front work committee comment on each working member and sign.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.YearlyComment;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.WriteComments;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unwritten, subject: "asked.cell_id").Follows<CommentRequest>(request => request.CellId ?? Guid.Empty).Follows<Introduction>(introduction => introduction.ResidenceCellId ?? Guid.Empty);
        kind.Deadline<CommentPolicy>().NoticeDays(policy => policy.NoticeDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
