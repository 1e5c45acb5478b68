using Microsoft.AspNetCore.Identity;
using Modular.Host.Identity.Data;

namespace Modular.Host.Identity.SignIn;

/// <summary>
/// Signs in by name and password. Every refusal takes the same work and gives the same answer, so that nobody learns from
/// it which names exist and which are closed.
/// </summary>
internal sealed class PasswordSignIn(
    AccountStatements database, ILookupNormalizer names, SignInThrottle throttle, PasswordComparison passwords, KnownDevices devices)
{
    private const string FindSql =
        """
        select u.id, u.password_hash, u.disabled_at is null and not u.is_service, exists (select from identity.second_factors f where f.user_id = u.id and f.confirmed_at is not null)
        from identity.users u where u.normalized_user_name = $1
        """;

    /// <summary>Whose name and password these are, or why that is not told.</summary>
    public async Task<SignInOutcome> SignInAsync(Credentials credentials, Caller caller, CancellationToken cancellationToken)
    {
        var name = names.NormalizeName(credentials.UserName);
        var found = await FindAsync(name, cancellationToken);
        var device = devices.Find(credentials.DeviceToken, found?.Id);
        var guesser = device is { } known ? Guesser.OnDevice(name, known) : Guesser.Stranger(name, caller);
        if (await throttle.ChargeAsync(guesser, cancellationToken) is { } wait)
            return SignInOutcome.Later(wait);

        var asker = device is null ? new Asker(caller.Network, IsKnown: false) : new Asker($"device {device}", IsKnown: true);
        var compared = await passwords.CompareAsync(found?.PasswordHash, credentials.Password, asker, cancellationToken);
        if (compared is null)
        {
            await throttle.RefundAsync(guesser, cancellationToken);
            return SignInOutcome.Later(TimeSpan.FromSeconds(1));
        }

        if (compared == PasswordVerificationResult.Failed || found is not { IsOpen: true })
            return SignInOutcome.Refused;
        await throttle.ForgiveAsync(guesser, cancellationToken);
        if (compared == PasswordVerificationResult.SuccessRehashNeeded)
            await RehashAsync(found, credentials.Password, cancellationToken);
        return SignInOutcome.Right(new SignedInAccount(found.Id, device, found.HasSecondFactor));
    }

    // PostgreSQL cannot even be asked for a name with a zero in it.
    private async Task<FoundAccount?> FindAsync(string name, CancellationToken cancellationToken) => name.Contains('\0', StringComparison.Ordinal)
        ? null
        : await database.FirstAsync(
            FindSql,
            row => new FoundAccount(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetBoolean(2), row.GetBoolean(3)),
            cancellationToken,
            name);

    private Task<int> RehashAsync(FoundAccount account, string password, CancellationToken cancellationToken) => database.ExecuteAsync(
        "update identity.users set password_hash = $2 where id = $1 and password_hash = $3",
        cancellationToken,
        account.Id,
        passwords.Hash(password),
        account.PasswordHash);

    private sealed record FoundAccount(Guid Id, string? PasswordHash, bool IsOpen, bool HasSecondFactor);
}

/// <summary>What somebody says to sign in.</summary>
/// <param name="UserName">The name.</param>
/// <param name="Password">The password.</param>
/// <param name="DeviceToken">What an earlier sign-in on the same device gave; null on a new one.</param>
internal sealed record Credentials(string UserName, string Password, string? DeviceToken);

/// <summary>An account whose password was right.</summary>
/// <param name="Id">The account.</param>
/// <param name="Device">The known device; null on a new one.</param>
/// <param name="HasSecondFactor">Whether a second factor has to be proven as well.</param>
internal sealed record SignedInAccount(Guid Id, Guid? Device, bool HasSecondFactor);

/// <summary>What came of a try to sign in.</summary>
/// <param name="Account">The account, where the password was right.</param>
/// <param name="Wait">How long to wait before the next try, where this one was not even compared.</param>
internal readonly record struct SignInOutcome(SignedInAccount? Account, TimeSpan? Wait)
{
    public static readonly SignInOutcome Refused;

    public static SignInOutcome Right(SignedInAccount account) => new(account, null);

    public static SignInOutcome Later(TimeSpan wait) => new(null, wait);
}
