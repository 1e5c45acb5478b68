using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Badges;
using Modular.Members.Contracts;

namespace Modular.Members.WorkItems;

/// <summary>A round of badges is to be decided before its award day (MEM-44). It is done when the province has decided.</summary>
internal sealed class BadgeRoundDue : WorkItemKind
{
    private const string OpenRounds =
        """
        select round.id as fact_id, round.id as subject_id, round.organization_id, round.organization_id as responsible_id, null::uuid as member_id,
            round.award_day - (kernel.policy_on('members.badges', @badges, round.award_day) ->> 'decisionDaysBefore')::integer as base_on
        from members.badge_round as round
        where round.province_id = @province and round.state = 'OPEN'
        """;

    /// <inheritdoc />
    public override string Id => "members.badge-round-due";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đợt tặng Huy hiệu Đảng cần quyết định", "A round of Party badges is to be decided");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Các cấp đề nghị, thẩm định; cấp tỉnh quyết định tặng Huy hiệu Đảng trước ngày trao tặng.",
        "Grassroots organizations propose, proposals are checked, and the province decides before the award day.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.DecideBadges;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(OpenRounds, subject: "round.id").Reads<BadgePolicy>("badges").Follows<BadgeRound>(round => round.Id);
        kind.Deadline<BadgePolicy>().NoticeDays(policy => policy.NoticeDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
