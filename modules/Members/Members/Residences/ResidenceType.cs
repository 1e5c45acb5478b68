using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Residences;

internal sealed class ResidenceType : EntityType<Residence, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<Residence> residence)
    {
        residence.Requires(MembersPermissions.Read);
        residence.Describe("A period in which a member lived somewhere (nơi cư trú).");
        residence.Field(r => r.Kind, DataClass.Basic);
        residence.Field(r => r.Address, DataClass.Basic);
        residence.Field(r => r.Hamlet, DataClass.Basic);
        residence.Field(r => r.CommuneCode, DataClass.Internal);
        residence.Period(r => r.Valid, "validFrom", "validTo", "living there.", DataClass.Basic).Dated(r => r.Valid);
        residence.Sortable("FIRST_DAY", r => r.FirstDay!).SortedBy("FIRST_DAY", descending: true);
    }
}
