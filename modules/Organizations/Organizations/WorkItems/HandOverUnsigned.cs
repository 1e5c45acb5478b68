using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Reorganizing;
using Modular.Organizations.Reorganizing.HandOvers;

namespace Modular.Organizations.WorkItems;

/// <summary>Minutes of handing over that one side or both have not signed (ORG-22). It counts from the effective day.</summary>
internal sealed class HandOverUnsigned : WorkItemKind
{
    private const string Unsigned =
        """
        select minutes.id as fact_id, minutes.id as subject_id, minutes.superior_id as organization_id,
            case when minutes.given_on is null then minutes.giving_id else minutes.receiving_id end as responsible_id, null::uuid as member_id,
            minutes.effective_on as base_on
        from organizations.hand_over as minutes
        where minutes.province_id = @province and (minutes.given_on is null or minutes.received_on is null)
        """;

    /// <inheritdoc />
    public override string Id => "organizations.hand-over-unsigned";

    /// <inheritdoc />
    public override LocalizedText Title => new("Chưa ký biên bản bàn giao", "Minutes of handing over are not signed");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Bên giao và bên nhận bàn giao danh sách đảng viên, hồ sơ, đảng phí, tài sản và cùng ký biên bản.",
        "The giving and the receiving side hand over member lists, files, dues and assets, and both sign the minutes.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersMoveByList;

    /// <inheritdoc />
    public override string Permission => OrganizationsPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => OrganizationsPermissions.SignHandOvers;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unsigned, subject: "minutes.id").Follows<HandOver>(minutes => minutes.Id);
        kind.Deadline<ReorganizationPolicy>().WorkingDays(policy => policy.HandOverWorkingDays).RemindsDaysBefore(policy => policy.HandOverReminderDays);
    }
}
