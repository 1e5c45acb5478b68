using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;

namespace Modular.Organizations.Register;

[QueryType]
internal static class OrganizationByCode
{
    /// <summary>
    /// The organization that has, or once had, a code (mã tổ chức đảng), ended ones included: a code is never given again. Codes of the 208
    /// scheme are found with dots and as 14 digits. Null where nobody had it, or one text is a code of two schemes.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="db">The register.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(OrganizationsPermissions.Read)]
    [References("Organization")]
    [Classified(DataClass.Internal)]
    public static async Task<Guid?> OrganizationByCodeAsync(string code, OrganizationsDbContext db, CancellationToken cancellationToken)
    {
        var forms = CodeText.StoredForms(code);
        var owners = await db.Codes.Where(row => forms.Contains(row.Value))
            .Select(row => row.OrganizationId).Distinct().OrderBy(id => id).Take(2).ToListAsync(cancellationToken);
        return owners.Count == 1 ? owners[0] : null;
    }
}
