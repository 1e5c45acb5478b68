using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Entities;

namespace NamDinh.GrassrootsOversight;

/// <summary>Asks whether the user's rights reach an organization.</summary>
internal sealed class Places(IOrganizationTree tree)
{
    /// <summary>Whether the organization is there today and the user holds the permission at it.</summary>
    public async Task<bool> CoversAsync(ModuleDbContext db, string permission, Guid organizationId, CancellationToken cancellationToken)
    {
        var place = await tree.FindAsync(organizationId, db.Today, cancellationToken);
        return place is not null && db.Access.ScopeOf(permission).Covers(organizationId, place.Path);
    }
}
