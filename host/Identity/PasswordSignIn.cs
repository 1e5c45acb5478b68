using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modular.Host.Identity.Data;

namespace Modular.Host.Identity;

/// <summary>
/// Signs in by name and password. Every refusal takes the same work and gives the same answer, so that nobody learns from
/// it which names exist, which are locked and which are closed.
/// </summary>
internal sealed class PasswordSignIn(
    UserManager<Account> accounts,
    AccountContext database,
    IPasswordHasher<Account> hasher,
    IUserClaimsPrincipalFactory<Account> principals,
    IOptions<IdentityOptions> options,
    TimeProvider clock)
{
    // A hash of nothing in particular: what an unknown name is compared with.
    private static readonly Lazy<string> HashOfNobody = new(() =>
        new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString()));

    /// <summary>The user's identity, or null for any refusal.</summary>
    public async Task<ClaimsPrincipal?> SignInAsync(string userName, string password, CancellationToken cancellationToken)
    {
        // PostgreSQL cannot even be asked for such a name.
        var account = userName.Contains('\0', StringComparison.Ordinal) ? null : await accounts.FindByNameAsync(userName);
        if (account is null)
        {
            hasher.VerifyHashedPassword(new Account(), HashOfNobody.Value, password);
            return null;
        }

        var isCorrect = await accounts.CheckPasswordAsync(account, password);
        if (account.DisabledAt is not null || await accounts.IsLockedOutAsync(account))
            return null;
        if (!isCorrect)
        {
            await CountFailureAsync(account.Id, cancellationToken);
            return null;
        }

        if (account.AccessFailedCount > 0)
            await accounts.ResetAccessFailedCountAsync(account);
        return await principals.CreateAsync(account);
    }

    // One statement, because attempts that run at the same time must all count.
    private Task<int> CountFailureAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var most = options.Value.Lockout.MaxFailedAccessAttempts;
        DateTimeOffset? until = clock.GetUtcNow() + options.Value.Lockout.DefaultLockoutTimeSpan;
        return database.Accounts.Where(account => account.Id == accountId).ExecuteUpdateAsync(
            change => change
                .SetProperty(account => account.LockoutEnd, account => account.AccessFailedCount + 1 >= most ? until : account.LockoutEnd)
                .SetProperty(account => account.AccessFailedCount, account => account.AccessFailedCount + 1 >= most ? 0 : account.AccessFailedCount + 1),
            cancellationToken);
    }
}
