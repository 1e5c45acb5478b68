using System.Security.Cryptography;
using System.Text;
using Modular.Host.Identity.Data;

namespace Modular.Host.Identity.SignIn;

/// <summary>
/// Slows guessing down without locking anybody out. Tries are counted for a name from one address, for a device that the account knows, and for
/// a name from all strangers together, whether or not there is such an account. After some wrong ones each further try has to wait, twice as long as the one before,
/// up to half a minute; a try that comes too early is not compared and not counted. All hosts count together.
/// </summary>
internal sealed class SignInThrottle(AccountStatements database, IdentitySettings settings, TimeProvider clock)
{
    private readonly SignInOptions options = settings.SignIn;

    /// <summary>
    /// Counts a try as a wrong one before it is made, so that tries at the same time all count; a right one is forgiven afterwards.
    /// </summary>
    /// <returns>How long to wait before a try; nothing where it may be made.</returns>
    public async Task<TimeSpan?> ChargeAsync(Guesser guesser, CancellationToken cancellationToken)
    {
        if (await ChargeAsync(guesser.Own, guesser.Name, options.FreeTries, options.LongestWait, cancellationToken) is { } own)
            return own;
        return guesser.IsKnown ? null : await ChargeAsync(guesser.Name, guesser.Name, options.FreeTriesOfAll, options.LongestWait, cancellationToken);
    }

    /// <summary>Takes a counted try back that was not compared after all, because too many waited for their turn.</summary>
    public Task RefundAsync(Guesser guesser, CancellationToken cancellationToken) => database.ExecuteAsync(
        "update identity.sign_in_attempts set failures = greatest(failures - 1, 0), next_at = '-infinity' where key = $1 or (key = $2 and not $3)",
        cancellationToken,
        guesser.Own,
        guesser.Name,
        guesser.IsKnown);

    /// <summary>Counts a try of a second factor for an account whose password was right.</summary>
    public Task<TimeSpan?> ChargeSecondFactorAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var key = KeyOfSecondFactor(accountId);
        return ChargeAsync(key, key, options.FreeTries, options.LongestSecondFactorWait, cancellationToken);
    }

    /// <summary>Forgets the wrong tries of whoever proved to be right. What others have tried for the name stays counted.</summary>
    public Task ForgiveAsync(Guesser guesser, CancellationToken cancellationToken) => database.ExecuteAsync(
        """
        with own as (delete from identity.sign_in_attempts where key = $1)
        update identity.sign_in_attempts set failures = greatest(failures - 1, 0), next_at = case when failures <= $3 then $4 else next_at end
        where key = $2 and not $5
        """,
        cancellationToken,
        guesser.Own,
        guesser.Name,
        options.FreeTriesOfAll,
        clock.GetUtcNow(),
        guesser.IsKnown);

    public Task ForgiveSecondFactorAsync(Guid accountId, CancellationToken cancellationToken) =>
        database.ExecuteAsync("delete from identity.sign_in_attempts where key = $1", cancellationToken, KeyOfSecondFactor(accountId));

    /// <summary>Forgets all wrong tries for an account, wherever they were made.</summary>
    public Task ForgiveAllAsync(Guid accountId, string normalizedName, CancellationToken cancellationToken) => database.ExecuteAsync(
        "delete from identity.sign_in_attempts where name_key in ($1, $2)", cancellationToken, Guesser.KeyOfName(normalizedName), KeyOfSecondFactor(accountId));

    private async Task<TimeSpan?> ChargeAsync(byte[] key, byte[] nameKey, int free, TimeSpan longest, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var charged = await database.ExecuteAsync(
            """
            insert into identity.sign_in_attempts as seen (key, name_key, failures, next_at, forgotten_at) values ($1, $2, 1, '-infinity', $4)
            on conflict (key) do update set
                failures = case when seen.forgotten_at <= $3 then 1 else seen.failures + 1 end,
                next_at = case
                    when seen.forgotten_at <= $3 or seen.failures + 1 < $5 then '-infinity'
                    else $3 + least($6, interval '1 second' * power(2, least(seen.failures + 1 - $5, 20))) end,
                forgotten_at = $4
            where seen.next_at <= $3 or seen.forgotten_at <= $3
            """,
            cancellationToken,
            key,
            nameKey,
            now,
            now + options.RememberedFor,
            free,
            longest);
        if (charged > 0)
            return null;
        var next = await database.FirstAsync(
            "select next_at from identity.sign_in_attempts where key = $1", row => row.GetFieldValue<DateTimeOffset>(0), cancellationToken, key);
        return next > now ? next - now : TimeSpan.Zero;
    }

    private static byte[] KeyOfSecondFactor(Guid accountId) => SHA256.HashData(Encoding.UTF8.GetBytes($"second factor\n{accountId}"));
}

/// <summary>Who tries to sign in under a name. Kept as hashes: people type passwords into the field for names.</summary>
/// <param name="Name">The name, from wherever.</param>
/// <param name="Own">The name from one address, or the device.</param>
/// <param name="IsKnown">Whether the account has signed in on this device before.</param>
internal sealed record Guesser(byte[] Name, byte[] Own, bool IsKnown)
{
    public static Guesser Stranger(string normalizedName, Caller caller) =>
        new(KeyOfName(normalizedName), Hash($"stranger\n{caller.Network}\n{normalizedName}"), IsKnown: false);

    public static Guesser OnDevice(string normalizedName, Guid device) => new(KeyOfName(normalizedName), Hash($"device\n{device}"), IsKnown: true);

    public static byte[] KeyOfName(string normalizedName) => Hash($"name\n{normalizedName}");

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
