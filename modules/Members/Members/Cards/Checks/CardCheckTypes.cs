using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Cards.Checks;

internal sealed class CardCheckRoundType : EntityType<CardCheckRound, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<CardCheckRound> round)
    {
        round.Name("CardCheckRound").Requires(MembersPermissions.Read).IsNode();
        round.Describe("A round in which all Party cards are checked and stamped (đợt kiểm tra kỹ thuật thẻ đảng viên).");
        round.Field(r => r.Version, "Rises with every change of the round itself; a change sends the version that was read.", DataClass.Internal);
        round.Field(r => r.Ordinal, DataClass.Internal);
        round.Field(r => r.CheckedOn, DataClass.Internal);
        round.Field(r => r.State, DataClass.Internal);
        round.Connection<CardCheck>("checks", c => c.RoundId, "What was seen of the cards of the members whom the user may see.");
        round.Filter(r => r.State).Filter(r => r.Ordinal);
        round.Sortable("ORDINAL", r => r.Ordinal).SortedBy("ORDINAL", descending: true);
    }
}

internal sealed class CardCheckType : EntityType<CardCheck, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<CardCheck> check)
    {
        check.Name("CardCheck").Requires(MembersPermissions.Read);
        check.Describe("What was seen of a member's card in a round (kết quả kiểm tra thẻ).");
        check.Reference("round", "CardCheckRound", c => c.RoundId, "The round.");
        check.Reference("member", "Member", c => c.MemberId, "The member.");
        check.Field(c => c.Finding, DataClass.Basic);
        check.Field(c => c.CheckedOn, DataClass.Basic);
        check.Field(c => c.Remark, DataClass.Basic);
        check.Filter(c => c.Finding).Filter(c => c.CheckedOn);
        check.Sortable("CHECKED_ON", c => c.CheckedOn).SortedBy("CHECKED_ON", descending: true);
    }
}

internal sealed class CardCheckQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<CardCheckRound>("cardCheckRound", "One round of card checks.");
        query.Connection<CardCheckRound>("cardCheckRounds", "The rounds of card checks (các đợt kiểm tra kỹ thuật thẻ đảng viên), the newest first.");
    }
}

/// <summary>What the checks add to members.</summary>
internal static class MemberCardChecks
{
    public static void Define(EntityTypeBuilder<Member> member) =>
        member.Children<CardCheck>("cardChecks", c => c.MemberId, "What was seen of the member's card, the latest first (kiểm tra thẻ).");
}
