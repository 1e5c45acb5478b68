using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Cards;

internal sealed class PartyCardType : EntityType<PartyCard, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<PartyCard> card)
    {
        card.Requires(MembersPermissions.Read);
        card.Describe("A Party card (thẻ đảng viên).");
        card.Field(c => c.Number, DataClass.Basic);
        card.Field(c => c.Kind, DataClass.Basic);
        card.Field(c => c.Issue, DataClass.Basic);
        card.Field(c => c.DecisionNumber, DataClass.Basic);
        card.Field(c => c.DecidedOn, DataClass.Basic);
        card.Field(c => c.EndedBecause, DataClass.Basic);
        card.Field(c => c.ReportedAs, DataClass.Basic);
        card.Field(c => c.ReportedOn, DataClass.Basic);
        card.Field(c => c.OwedSince, DataClass.Basic);
        card.Field(c => c.ReturnedOn, DataClass.Basic);
        card.Field(c => c.ReturnTakenBy, DataClass.Basic);
        card.Field(c => c.NotReturnedOn, DataClass.Basic);
        card.Field(c => c.NotReturnedBecause, DataClass.Basic);
        card.Period(c => c.Valid, "validFrom", "validTo", "the card in force.", DataClass.Basic).Dated(c => c.Valid);
        card.Sortable("FIRST_DAY", c => c.FirstDay!).SortedBy("FIRST_DAY", descending: true);
    }
}
