using Modular.Kernel.Postgres.Imports;
using Modular.Organizations.Codes;
using Modular.Organizations.Committees.Importing;

namespace Modular.Organizations.Imports;

/// <summary>Lists that name organizations of the register by a code: what they all need to find them.</summary>
internal static class OrganizationsByCode
{
    /// <summary>The organization of each row, to fill <c>staged</c> from: <c>row_number</c>, <c>id</c>, <c>kind</c>, <c>founded_on</c>, <c>state</c>, <c>name</c>.</summary>
    public const string Found =
        """
        (
            select distinct on (row.row_number) row.row_number, organization.id, organization.kind, organization.founded_on, organization.state, organization.name
            from (select row_number, code_key as code from staged union select row_number, grouped_key from staged) as row
            join organizations.organization_code as code on code.province_id = @province and code.value = row.code
            join organizations.organization as organization on organization.province_id = @province and organization.id = code.organization_id
            order by row.row_number, organization.id
        ) as found
        """;

    /// <summary>The column <c>organization_code</c>.</summary>
    /// <param name="format">The format.</param>
    /// <param name="otherHeaders">What else files call the column.</param>
    public static void NameOrganizations(this ImportFormatBuilder format, params string[] otherHeaders) => format
        .Text("organization_code", "Mã tổ chức đảng", "Organization code").Called(["Mã TCĐ", .. otherHeaders, "Mã tổ chức", "Code"]).Required()
        .Derives("code_key", CodeText.Upper).Derives("grouped_key", CodeText.Grouped);

    /// <summary>Refuses codes that no organization bears.</summary>
    public static ImportFormatBuilder CheckCodes(this ImportFormatBuilder format) => format.Check(
        "organization_code", new OrganizationCodeIsUnknown(), "select row_number, organization_code from staged where code_key is not null and organization_id is null");
}
