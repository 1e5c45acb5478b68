using Modular.Host.Identity.Data;
using Modular.Host.Identity.Sessions;
using Modular.Host.Identity.SignIn;

namespace Modular.Host.Identity.Passwords;

/// <summary>Sets passwords. A new password ends all sessions, and takes a code away with which one could have been set.</summary>
internal sealed class PasswordStore(AccountStatements database, PasswordComparison passwords, TimeProvider clock)
{
    /// <summary>Sets a password that was found to be good.</summary>
    public Task SetAsync(Guid accountId, string password, CancellationToken cancellationToken) => database.ExecuteAsync(
        """
        with ended as (
            update identity.sessions set ended_at = $4, ended_because = $5 where user_id = $1 and ended_at is null),
        used as (
            delete from identity.one_time_codes where user_id = $1)
        update identity.users set password_hash = $2, security_stamp = $3, concurrency_stamp = $3 where id = $1
        """,
        cancellationToken,
        accountId,
        passwords.Hash(password),
        Guid.NewGuid().ToString(),
        clock.GetUtcNow(),
        nameof(SessionEnd.CredentialsChanged));

    /// <summary>Takes the password away: nobody signs in any more until another one is set.</summary>
    public Task ClearAsync(Guid accountId, CancellationToken cancellationToken) => database.ExecuteAsync(
        """
        with ended as (
            update identity.sessions set ended_at = $3, ended_because = $4 where user_id = $1 and ended_at is null)
        update identity.users set password_hash = null, security_stamp = $2, concurrency_stamp = $2 where id = $1
        """,
        cancellationToken,
        accountId,
        Guid.NewGuid().ToString(),
        clock.GetUtcNow(),
        nameof(SessionEnd.CredentialsChanged));

    /// <summary>Makes the code with which an account gets its first password, or another one; an earlier code is void.</summary>
    /// <returns>The code. Only its hash is kept.</returns>
    public async Task<string> MakeCodeAsync(Guid accountId, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var code = OneTimeCode.New();
        await database.ExecuteAsync(
            """
            insert into identity.one_time_codes (user_id, hash, expires_at) values ($1, $2, $3)
            on conflict (user_id) do update set hash = excluded.hash, expires_at = excluded.expires_at
            """,
            cancellationToken,
            accountId,
            OneTimeCode.HashOf(accountId, code),
            until);
        return code;
    }

    /// <summary>Whether a code is the one that an account was given, and still good.</summary>
    public async Task<bool> IsCodeAsync(Guid accountId, string code, CancellationToken cancellationToken) => await database.FirstAsync(
        "select true from identity.one_time_codes where user_id = $1 and hash = $2 and expires_at > $3",
        row => row.GetBoolean(0),
        cancellationToken,
        accountId,
        OneTimeCode.HashOf(accountId, code),
        clock.GetUtcNow());
}
