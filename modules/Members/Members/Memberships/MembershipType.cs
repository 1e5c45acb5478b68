using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Memberships;

internal sealed class MembershipType : EntityType<Membership, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<Membership> membership)
    {
        membership.Requires(MembersPermissions.Read);
        membership.Describe("One membership of a person, with the dates that the regulations tell apart.");
        membership.Field(m => m.Ordinal, DataClass.Basic);
        membership.Field(m => m.AdmissionDecisionNumber, DataClass.Basic);
        membership.Field(m => m.AdmissionDecidedOn, DataClass.Basic);
        membership.Field(m => m.CeremonyOn, DataClass.Basic);
        membership.Field(m => m.OfficialOn, DataClass.Basic);
        membership.Field(m => m.OfficialOnReason, DataClass.Basic);
        membership.Field(m => m.RecognitionDecisionNumber, DataClass.Basic);
        membership.Field(m => m.RecognitionDecidedOn, DataClass.Basic);
        membership.Field(m => m.RestoredOn, DataClass.Basic);
        membership.Field(m => m.ConfirmedPartyAgeFrom, DataClass.Basic);
        membership.Field(m => m.PartyAgeReason, DataClass.Basic);
        membership.Field(m => m.EndedOn, DataClass.Basic);
        membership.Sortable("ORDINAL", m => m.Ordinal);
    }
}
