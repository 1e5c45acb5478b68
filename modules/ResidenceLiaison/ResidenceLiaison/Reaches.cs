using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Entities;

namespace Modular.ResidenceLiaison;

/// <summary>Asks whether the user's rights reach organizations.</summary>
internal sealed class Reaches(IOrganizationTree tree)
{
    /// <summary>Whether the user holds a permission at an organization, by today's tree.</summary>
    public async Task<bool> CoversAsync(ModuleDbContext db, string permission, Guid organizationId, CancellationToken cancellationToken) =>
        (await CoveredAsync(db, permission, [organizationId], cancellationToken)).Contains(organizationId);

    /// <summary>Those of some organizations at which the user holds a permission, by today's tree.</summary>
    public async Task<IReadOnlySet<Guid>> CoveredAsync(
        ModuleDbContext db, string permission, IReadOnlyCollection<Guid> organizationIds, CancellationToken cancellationToken)
    {
        var scope = db.Access.ScopeOf(permission);
        if (scope.CoversProvince)
            return organizationIds.ToHashSet();
        var places = await tree.FindAsync(organizationIds, db.Today, cancellationToken);
        return organizationIds.Where(id => scope.Covers(id, places.GetValueOrDefault(id)?.Path ?? "")).ToHashSet();
    }
}
