using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.WorkItems;

/// <summary>A card that was reported as lost or damaged is to be replaced (MEM-13). It is done when another one was issued.</summary>
internal sealed class CardToReplace : WorkItemKind
{
    private const string Reported =
        """
        select card.id as fact_id, card.member_id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id, card.reported_on as base_on
        from members.party_card as card
        join members.member as member on member.province_id = card.province_id and member.id = card.member_id
        where card.province_id = @province and card.reported_on is not null and upper_inf(card.valid)
        """;

    /// <inheritdoc />
    public override string Id => "members.card-to-replace";

    /// <inheritdoc />
    public override LocalizedText Title => new("Cấp lại, đổi thẻ đảng viên bị mất, hỏng", "A lost or damaged Party card is to be replaced");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy có thẩm quyền xét, cấp lại hoặc đổi thẻ cho đảng viên.", "The competent committee issues the card again, or exchanges it.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardFaults;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.IssueCards;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Reported, subject: "card.member_id").CancelledWhere(MemberWork.IsOver)
            .Follows<PartyCard>(card => card.MemberId)
            .Follows<Member>(member => member.Id, member => member.OrganizationId);
        kind.Deadline<CardPolicy>().WorkingDays(policy => policy.ReplacementWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
