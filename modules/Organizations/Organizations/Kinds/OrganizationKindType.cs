using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;

namespace Modular.Organizations.Kinds;

internal sealed class OrganizationKindType : EntityType<OrganizationKind, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<OrganizationKind> kind)
    {
        kind.Name("OrganizationKindPeriod").Describe("The kind that an organization is of for a period (loại hình tổ chức đảng).")
            .Requires(OrganizationsPermissions.Read);
        kind.Field(k => k.Kind, "The kind's code.", DataClass.Internal).Named("kindCode");
        kind.Field(k => k.Subkind, "What a directly superior committee is the committee of.", DataClass.Internal).Named("subkindCode");
        kind.Field(k => k.Era, "The order of levels (giai đoạn): A four levels, B without districts, C three levels.", DataClass.Internal);
        kind.Period(k => k.Valid, "validFrom", "validTo", "the organization is of the kind.", DataClass.Internal);
        kind.Reference("decision", "DecisionDocument", k => k.DecisionId, "The decision (quyết định).", DataClass.Internal);
        kind.Sortable("VALID_FROM", k => k.ValidFrom).SortedBy("VALID_FROM", descending: true).Dated(k => k.Valid);
    }
}
