using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Badges;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.WorkItems;

/// <summary>Somebody who was expelled or removed, or left, returns their badges (MEM-16, MEM-44). It is done when all are returned, or it is recorded why they do not come back. After death the family keeps them.</summary>
internal sealed class BadgesToReturn : WorkItemKind
{
    private const string Kept =
        """
        select badge.id as fact_id, badge.member_id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id,
            member.left_on as base_on
        from members.badge as badge
        join members.member as member on member.province_id = badge.province_id and member.id = badge.member_id
        where badge.province_id = @province and badge.returned_on is null and badge.not_returned_on is null and member.status in ('EXPELLED', 'NAME_REMOVED', 'LEFT_ON_REQUEST')
            and not exists (
                select from members.badge as higher
                where higher.province_id = badge.province_id and higher.member_id = badge.member_id and higher.returned_on is null and higher.not_returned_on is null
                    and higher.years > badge.years)
        """;

    /// <inheritdoc />
    public override string Id => "members.badges-to-return";

    /// <inheritdoc />
    public override LocalizedText Title => new("Thu lại Huy hiệu Đảng", "Party badges are to be returned");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Tổ chức cơ sở đảng thu lại Huy hiệu Đảng của người bị khai trừ, xóa tên, cho ra khỏi Đảng.",
        "The grassroots organization takes back the badges of a member who was expelled or removed, or left.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.ProposeBadges;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Kept, subject: "badge.member_id").CancelledWhere(MemberWork.IsMemberAgain)
            .Follows<Member>(member => member.Id, member => member.Status, member => member.OrganizationId)
            .Follows<Badge>(badge => badge.MemberId);
        kind.Deadline<BadgePolicy>().WorkingDays(policy => policy.ReturnWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
