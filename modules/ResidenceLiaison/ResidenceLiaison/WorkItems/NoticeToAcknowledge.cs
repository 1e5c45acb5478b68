using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Notices;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>A notice of the other committee lies there of which nobody has taken note (RES-07, RES-08).</summary>
internal sealed class NoticeToAcknowledge : WorkItemKind
{
    private const string Waiting =
        """
        select notice.id as fact_id, notice.id as subject_id, notice.addressee_id as organization_id, notice.addressee_id as responsible_id,
            notice.member_id, notice.sent_on as base_on
        from residence_liaison.notice as notice
        where notice.province_id = @province and notice.state in ('DELIVERED', 'READ')
        """;

    /// <inheritdoc />
    public override string Id => "residence-liaison.notice-to-acknowledge";

    /// <inheritdoc />
    public override LocalizedText Title => new("Thông báo giữa nơi công tác và nơi cư trú chưa được tiếp nhận", "A notice between workplace and residence is not acknowledged");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy nhận xem và tiếp nhận thông báo.", "The committee for which the notice is reads it and takes note.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.WorkplaceTells;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.ExchangeNotices;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Waiting, subject: "notice.id")
            .CancelledWhere("exists (select from residence_liaison.notice as over where over.province_id = @province and over.id = present.fact_id and over.state = 'WITHDRAWN')")
            .Follows<Notice>(notice => notice.Id);
        kind.Deadline<NoticePolicy>().WorkingDays(policy => policy.AcknowledgeWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
