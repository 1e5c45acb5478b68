using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Entities;
using Modular.Organizations.Contracts;

namespace Modular.ResidenceLiaison;

/// <summary>Tells to which grassroots organization (tổ chức cơ sở đảng) a cell belongs: the workplace, which introduces.</summary>
internal sealed class Workplaces(IOrganizationTree tree)
{
    /// <summary>The grassroots organization of each cell on a day: itself, or the nearest above; the cell itself where there is none.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> FindAsync(IReadOnlyCollection<Guid> cellIds, DateOnly day, CancellationToken cancellationToken)
    {
        var known = new Dictionary<Guid, OrganizationTreeNode>();
        var asked = cellIds.Distinct().ToList();
        while (asked.Count > 0)
        {
            foreach (var (id, node) in await tree.FindAsync(asked, day, cancellationToken))
                known[id] = node;
            asked = [.. asked.Select(id => known.GetValueOrDefault(id)).Where(node => node is not null && !OrganizationKinds.IsGrassroots(node.Kind))
                .Select(node => node!.ParentId).OfType<Guid>().Where(id => !known.ContainsKey(id)).Distinct()];
        }

        return cellIds.Distinct().ToDictionary(id => id, id => Above(id, known));
    }

    /// <summary>The cells at or below an organization on a day.</summary>
    public static async Task<Guid[]> CellsBelowAsync(ModuleDbContext db, Guid organizationId, DateOnly day, CancellationToken cancellationToken)
    {
        var kinds = OrganizationKinds.HoldingMembers.ToArray();
        var places = db.Set<OrganizationTreeRow>().AsNoTracking().Where(row => row.Valid.Contains(day));
        return await places
            .Where(row => kinds.Contains(row.Kind) && places.Any(top => top.OrganizationId == organizationId && EF.Functions.Like(row.Path, top.Path + "%")))
            .Select(row => row.OrganizationId).ToArrayAsync(cancellationToken);
    }

    private static Guid Above(Guid cellId, Dictionary<Guid, OrganizationTreeNode> known)
    {
        for (var node = known.GetValueOrDefault(cellId); node is not null; node = node.ParentId is { } parent ? known.GetValueOrDefault(parent) : null)
        {
            if (OrganizationKinds.IsGrassroots(node.Kind))
                return node.OrganizationId;
        }

        return cellId;
    }
}
