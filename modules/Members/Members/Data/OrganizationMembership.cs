using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;

namespace Modular.Members.Data;

/// <summary>Tells the rules of committees what they need to know of members.</summary>
internal sealed class OrganizationMembership(MembersDbContext db) : IOrganizationMembership
{
    public async Task<IReadOnlyDictionary<Guid, int>> CountOfficialMembersAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken)
    {
        var ids = organizationIds.ToArray();
        var counts = await db.Database
            .SqlQuery<OrganizationCount>(
                $"""
                select above.organization_id as "OrganizationId", coalesce(sum(headcount.official), 0)::int as "Count"
                from kernel.organization_tree as above
                join kernel.organization_tree as below
                    on below.province_id = above.province_id
                    and below.path >= above.path and below.path < left(above.path, -1) || '/'
                    and below.valid @> {day}
                join lateral (
                    select official, next_day
                    from members.headcount
                    where headcount.province_id = below.province_id
                        and headcount.organization_id = below.organization_id
                        and headcount.first_day <= {day}
                    order by headcount.first_day desc
                    limit 1
                ) as headcount on true
                where above.province_id = {db.Province.Value} and above.organization_id = any ({ids}) and above.valid @> {day}
                group by above.organization_id
                """)
            .ToListAsync(cancellationToken);
        return counts.ToDictionary(row => row.OrganizationId, row => row.Count);
    }

    public async Task<IReadOnlyDictionary<Guid, MemberStanding>> FindStandingAsync(
        IReadOnlyCollection<Guid> memberIds, DateOnly day, CancellationToken cancellationToken)
    {
        string[] scope = [ModuleDbContext.ScopeFilter];
        var statuses = await db.Statuses.IgnoreQueryFilters(scope)
            .Where(row => memberIds.Contains(row.MemberId) && row.Valid.Contains(day))
            .Select(row => new { row.MemberId, row.Status })
            .ToListAsync(cancellationToken);
        var cells = await db.Assignments.IgnoreQueryFilters(scope)
            .Where(row => memberIds.Contains(row.MemberId) && row.Kind == AssignmentKind.Official && row.Valid.Contains(day))
            .ToDictionaryAsync(row => row.MemberId, row => row.OrganizationId, cancellationToken);
        return statuses.ToDictionary(row => row.MemberId, row => new MemberStanding(
            row.MemberId,
            row.Status == MembershipStatus.Official,
            cells.TryGetValue(row.MemberId, out var cell) ? cell : null));
    }

    private sealed record OrganizationCount(Guid OrganizationId, int Count);
}
