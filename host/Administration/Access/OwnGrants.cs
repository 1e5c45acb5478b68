using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.Time;

namespace Modular.Host.Administration.Access;

/// <summary>Reads the grants that concern the current user; those that are over are left out.</summary>
internal sealed class OwnGrants(AccessDbContext db, ICurrentAccess access, TimeProvider clock)
{
    public Task<IReadOnlyList<GrantSummary>> HeldAsync(CancellationToken cancellationToken) =>
        ReadAsync(db.GrantsAnywhere.Where(grant => grant.UserId == access.UserId), cancellationToken);

    public Task<IReadOnlyList<GrantSummary>> DelegatedAsync(CancellationToken cancellationToken) => ReadAsync(
        db.GrantsAnywhere.Where(grant => db.GrantsAnywhere.Any(own => own.UserId == access.UserId && own.Id == grant.DelegatedFrom)), cancellationToken);

    private async Task<IReadOnlyList<GrantSummary>> ReadAsync(IQueryable<RoleGrant> grants, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var current = await grants.AsNoTracking()
            .Where(grant => grant.EndedAt == null && (grant.Valid.UpperBoundInfinite || grant.Valid.UpperBound > today))
            .OrderBy(grant => grant.FromDay).ThenBy(grant => grant.Id)
            .ToListAsync(cancellationToken);
        return [.. current.Select(GrantSummary.Of)];
    }
}
