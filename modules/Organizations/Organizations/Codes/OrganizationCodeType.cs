using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;

namespace Modular.Organizations.Codes;

internal sealed class OrganizationCodeType : EntityType<OrganizationCode, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<OrganizationCode> code)
    {
        code.Name("OrganizationCode").Describe("A code that an organization has for a period (mã tổ chức đảng).").Requires(OrganizationsPermissions.Read);
        code.Field(c => c.Scheme, "Who numbers, and how.", DataClass.Internal);
        code.Field(c => c.Value, "The code.", DataClass.Internal);
        code.Period(c => c.Valid, "validFrom", "validTo", "the organization has the code.", DataClass.Internal);
        code.Sortable("VALID_FROM", c => c.ValidFrom).SortedBy("VALID_FROM", descending: true).Dated(c => c.Valid);
    }
}
