using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.WorkItems;

/// <summary>Somebody who was expelled or removed, or left, returns the Party card (MEM-16). It is done when it came back, or it is recorded why it does not.</summary>
internal sealed class CardToReturn : WorkItemKind
{
    private const string Owed =
        """
        select card.id as fact_id, card.member_id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id, card.owed_since as base_on
        from members.party_card as card
        join members.member as member on member.province_id = card.province_id and member.id = card.member_id
        where card.province_id = @province and card.owed_since is not null and card.returned_on is null and card.not_returned_on is null
            and member.status in ('EXPELLED', 'NAME_REMOVED', 'LEFT_ON_REQUEST')
        """;

    /// <inheritdoc />
    public override string Id => "members.card-to-return";

    /// <inheritdoc />
    public override LocalizedText Title => new("Thu lại thẻ đảng viên", "A Party card is to be returned");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Tổ chức cơ sở đảng thu lại thẻ đảng viên của người bị khai trừ, xóa tên, cho ra khỏi Đảng.",
        "The grassroots organization takes back the card of a member who was expelled or removed, or left.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.ReturnedCards;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.ReportCards;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Owed, subject: "card.member_id").CancelledWhere(MemberWork.IsMemberAgain)
            .Follows<PartyCard>(card => card.MemberId)
            .Follows<Member>(member => member.Id, member => member.Status, member => member.OrganizationId);
        kind.Deadline<CardPolicy>().WorkingDays(policy => policy.ReturnWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
