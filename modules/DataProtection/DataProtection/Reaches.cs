using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Entities;

namespace Modular.DataProtection;

/// <summary>Asks whether the user's rights reach an organization.</summary>
internal sealed class Reaches(IOrganizationTree tree)
{
    /// <summary>Whether the user holds a permission at an organization, by today's tree.</summary>
    public async Task<bool> CoversAsync(ModuleDbContext db, string permission, Guid organizationId, CancellationToken cancellationToken)
    {
        var scope = db.Access.ScopeOf(permission);
        if (scope.CoversProvince)
            return true;
        var place = await tree.FindAsync(organizationId, db.Today, cancellationToken);
        return scope.Covers(organizationId, place?.Path ?? "");
    }
}
