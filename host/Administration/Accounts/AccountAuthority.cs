using Microsoft.EntityFrameworkCore;
using Modular.Host.Administration.Access;
using Modular.Host.Identity.Data;
using Modular.Kernel.Access;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.Host.Administration.Accounts;

/// <summary>
/// Who may administer which account. Setting a password is as good as holding all that the account holds, so it takes the right to give all of that; and nobody
/// administers their own account.
/// </summary>
internal sealed class AccountAuthority(
    ICurrentAccess access, RoleReader roles, GivingRights rights, AccountStatements accounts, TimeProvider clock)
{
    /// <summary>The account, and what stands in the way of administering it.</summary>
    public async Task<(ProvinceUser? User, List<Problem> Problems)> FindAsync(AccessDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        List<Problem> beyond = [.. AccountsBelongToTheProvince.Against(access)];
        if (beyond.Count > 0)
            return (null, beyond);
        if (await db.Users.SingleOrDefaultAsync(row => row.Id == userId, cancellationToken) is not { } user)
            return (null, [new NotFound("User") { Field = "input.id" }]);
        if (userId == access.UserId)
            return (user, [new NobodyAdministersTheirOwnAccount { Field = "input.id" }]);
        var lacked = await LackedAsync(db, userId, cancellationToken);
        return (user, lacked.Count == 0 ? [] : [new AccountHoldsMoreThanYouMayGive(lacked) { Field = "input.id" }]);
    }

    /// <summary>Whether an account works in more than one province.</summary>
    public async Task<bool> WorksElsewhereAsync(Guid userId, CancellationToken cancellationToken) => await accounts.FirstAsync(
        "select count(*) > 1 from identity.user_provinces where user_id = $1", row => row.GetBoolean(0), cancellationToken, userId);

    private async Task<IReadOnlyList<string>> LackedAsync(AccessDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var grants = await db.GrantsAnywhere.AsNoTracking().Where(grant => grant.UserId == userId && grant.EndedAt == null).ToListAsync(cancellationToken);
        var known = (await roles.ReadAsync(cancellationToken)).ToDictionary(role => role.Id);
        SortedSet<string> lacked = new(StringComparer.Ordinal);
        foreach (var grant in grants.Where(grant => !grant.IsOver(today)))
            lacked.UnionWith(await rights.LackedAsync(known[grant.RoleId].Permissions.Select(held => held.Name), grant.Reach, grant.OrganizationId, cancellationToken));
        return [.. lacked];
    }
}
