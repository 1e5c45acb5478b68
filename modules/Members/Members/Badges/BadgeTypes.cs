using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Badges;

internal sealed class BadgeType : EntityType<Badge, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<Badge> badge)
    {
        badge.Name("Badge").Requires(MembersPermissions.Read);
        badge.Describe("A Party badge (Huy hiệu Đảng) that a member was awarded.");
        badge.Field(b => b.Years, DataClass.Basic);
        badge.Field(b => b.Award, DataClass.Basic);
        badge.Field(b => b.AwardedOn, DataClass.Basic);
        badge.Field(b => b.DecisionNumber, DataClass.Basic);
        badge.Field(b => b.DecidedOn, DataClass.Basic);
        badge.Field(b => b.ReissuedOn, DataClass.Basic);
        badge.Field(b => b.ReturnedOn, DataClass.Basic);
        badge.Field(b => b.ReturnTakenBy, DataClass.Basic);
        badge.Field(b => b.NotReturnedOn, DataClass.Basic);
        badge.Field(b => b.NotReturnedBecause, DataClass.Basic);
        badge.Reference("round", "BadgeRound", b => b.RoundId, "The round in which it was decided; null for badges of before.");
        badge.Sortable("YEARS", b => b.Years).SortedBy("YEARS", descending: true);
    }
}

internal sealed class BadgeRoundType : EntityType<BadgeRound, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<BadgeRound> round)
    {
        round.Name("BadgeRound").Requires(MembersPermissions.Read).IsNode();
        round.Describe("A round of awards of Party badges (đợt tặng Huy hiệu Đảng).");
        round.Field(r => r.Version, "Rises with every change of the round itself; a change sends the version that was read.", DataClass.Internal);
        round.Field(r => r.AwardDay, DataClass.Internal);
        round.Field(r => r.State, DataClass.Internal);
        round.Field(r => r.DecisionNumber, DataClass.Internal);
        round.Field(r => r.DecidedOn, DataClass.Internal);
        round.Connection<BadgeProposal>("proposals", p => p.RoundId, "The members who are proposed, of those whom the user may see (danh sách đề nghị).");
        round.StatementList<BadgeGifts>(
            "gifts", "How many badges of each step the round has, among the members whom the user may see, and the gifts (tiền thưởng kèm theo) from the decision on.",
            DataClass.Internal, BadgeGifts.Define);
        round.Filter(r => r.State).Filter(r => r.AwardDay);
        round.Sortable("AWARD_DAY", r => r.AwardDay).SortedBy("AWARD_DAY", descending: true);
    }
}

internal sealed class BadgeProposalType : EntityType<BadgeProposal, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<BadgeProposal> proposal)
    {
        proposal.Name("BadgeProposal").Requires(MembersPermissions.Read).IsNode();
        proposal.Describe("A member who is proposed for a badge (đề nghị tặng Huy hiệu Đảng).");
        proposal.Field(p => p.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        proposal.Reference("round", "BadgeRound", p => p.RoundId, "The round.");
        proposal.Reference("member", "Member", p => p.MemberId, "The member.");
        proposal.Reference("organization", "Organization", p => p.OrganizationId, "The member's cell when they were proposed.");
        proposal.Field(p => p.Years, DataClass.Basic);
        proposal.Field(p => p.Award, DataClass.Basic);
        proposal.Field(p => p.ReachedOn, DataClass.Basic);
        proposal.Field(p => p.Reason, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        proposal.Field(p => p.State, DataClass.Basic);
        proposal.Field(p => p.Remark, DataClass.Basic);
        proposal.Field(p => p.GiftMultiple, DataClass.Basic);
        proposal.Field(p => p.GiftAmount, DataClass.Basic);
        proposal.FilterByOrganization("organization", "Those of a cell, or of all cells of an organization, when they were proposed.", p => p.OrganizationId)
            .Filter(p => p.State).Filter(p => p.Years).Filter(p => p.Award);
        proposal.Sortable("YEARS", p => p.Years, p => p.ReachedOn).SortedBy("YEARS", descending: true);
    }
}

internal sealed class BadgeQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<BadgeRound>("badgeRound", "One round of Party badges.");
        query.Connection<BadgeRound>("badgeRounds", "The rounds of Party badges (đợt tặng Huy hiệu Đảng), the newest first.");
    }
}
