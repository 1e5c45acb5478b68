using Modular.Host.Administration.Access;
using Modular.Host.Identity.Sessions;

namespace Modular.Host.Administration.Accounts;

/// <summary>The sessions of others, for whoever may administer their accounts; of accounts out of reach there are none to be seen.</summary>
internal sealed class AccountSessions(AccessDbContext db, AccountAuthority authority, SessionStore sessions)
{
    public async Task<IReadOnlyList<UserSession>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        var (user, problems) = await authority.FindAsync(db, userId, cancellationToken);
        if (user is null || problems.Count > 0)
            return [];
        return [.. (await sessions.ListAsync(userId, cancellationToken)).Select(session => UserSession.Of(session, current: null))];
    }
}
