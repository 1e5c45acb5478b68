using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>Comments that a cell signed wait for the commune committee.</summary>
internal sealed class CommentsToCertify : WorkItemKind
{
    private const string Waiting =
        """
        select distinct waiting.cell_id as fact_id, waiting.cell_id as subject_id, waiting.receiver_id as organization_id, waiting.receiver_id as responsible_id, null::uuid as member_id,
            (
                select min(first.signed_on) from residence_liaison.comment as first
                where first.province_id = waiting.province_id and first.cell_id = waiting.cell_id and first.receiver_id = waiting.receiver_id and first.state = 'SIGNED'
            ) as base_on
        from residence_liaison.comment as waiting
        where waiting.province_id = @province and waiting.state = 'SIGNED'
        """;

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
        kind.Facts(Waiting, subject: "waiting.cell_id").Follows<Comment>(comment => comment.CellId);
        kind.Deadline<CommentPolicy>().WorkingDays(policy => policy.CertifyWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
