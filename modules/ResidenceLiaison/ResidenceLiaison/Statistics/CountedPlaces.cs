using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>Of which organizations figures are made: those at and below the asked ones by today's tree, as far as the permission to count reaches.</summary>
/// <param name="Keys">The organization that was asked for, once for each place.</param>
/// <param name="Ids">The places.</param>
/// <param name="Paths">Where each of them stands in the tree.</param>
internal sealed record CountedPlaces(Guid[] Keys, Guid[] Ids, string[] Paths)
{
    /// <summary>Finds them in one look.</summary>
    public static async Task<CountedPlaces> FindAsync(LiaisonDbContext db, IReadOnlyCollection<Guid> organizationIds, CancellationToken cancellationToken)
    {
        var asked = organizationIds.Distinct().ToArray();
        var tree = db.Set<OrganizationTreeRow>().AsNoTracking().Where(row => row.Valid.Contains(db.Today));
        var found = await tree.Where(top => asked.Contains(top.OrganizationId))
            .SelectMany(top => tree.Where(place => EF.Functions.Like(place.Path, top.Path + "%")), (top, place) => new { Key = top.OrganizationId, place.OrganizationId, place.Path })
            .ToListAsync(cancellationToken);
        var scope = db.Access.ScopeOf(ResidenceLiaisonPermissions.Count);
        var reached = found.Where(place => scope.CoversProvince || scope.Covers(place.OrganizationId, place.Path)).ToList();
        return new CountedPlaces([.. reached.Select(place => place.Key)], [.. reached.Select(place => place.OrganizationId)], [.. reached.Select(place => place.Path)]);
    }
}
