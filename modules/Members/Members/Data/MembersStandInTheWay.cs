using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Members.Data;

/// <summary>An organization does not end while anybody stands on its list: they are moved first (ORG-21, MEM-32).</summary>
internal sealed class MembersStandInTheWay(MembersDbContext reading, IJoinedWrite<MembersDbContext> joined) : IOrganizationEndingObjection
{
    private static readonly LocalizedText People = new("người trong danh sách (đảng viên, người xin vào Đảng, quần chúng ưu tú)", "people on its list (members, applicants, sympathizers)");

    public async Task<IReadOnlyList<EndingObjection>> FindAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken)
    {
        // A reorganization may have moved them in the same change.
        var db = joined.IsRunning ? joined.Context : reading;

        // Whoever is in the cell on that day or later, be it for a time only.
        var listed = await db.Assignments.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => organizationIds.Contains(row.OrganizationId) && (row.Valid.UpperBoundInfinite || row.Valid.UpperBound > day))
            .GroupBy(row => row.OrganizationId)
            .Select(cell => new { OrganizationId = cell.Key, Count = cell.Select(row => row.MemberId).Distinct().Count() })
            .ToListAsync(cancellationToken);
        return [.. listed.Select(cell => new EndingObjection(cell.OrganizationId, People, cell.Count))];
    }
}
