using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;

namespace Modular.Organizations.Renaming;

internal sealed class OrganizationNameType : EntityType<OrganizationName, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<OrganizationName> name)
    {
        name.Name("OrganizationName").Describe("A name that an organization bears for a period (tên gọi).").Requires(OrganizationsPermissions.Read);
        name.Field(n => n.Name, "The official name.", DataClass.Internal);
        name.Field(n => n.ShortName, "The short name (tên viết tắt).", DataClass.Internal);
        name.Period(n => n.Valid, "validFrom", "validTo", "the organization bears the name.", DataClass.Internal);
        name.Reference("decision", "DecisionDocument", n => n.DecisionId, "The decision (quyết định).", DataClass.Internal);
        name.Sortable("VALID_FROM", n => n.ValidFrom).SortedBy("VALID_FROM", descending: true).Dated(n => n.Valid);
    }
}
