using System.Security.Cryptography;
using Modular.Host.Identity.Data;
using Modular.Host.Identity.Passwords;
using Modular.Host.Identity.SignIn;

namespace Modular.Host.Identity.SecondFactor;

/// <summary>What accounts prove beside their password: codes of an authenticator app, each once, or recovery codes that stand in for a lost one.</summary>
internal sealed class SecondFactors(
    AccountStatements database, Seals seals, SignInThrottle throttle, IdentitySettings settings, TimeProvider clock, ILogger<SecondFactors> log)
{
    private const string SecretPurpose = "second factor";
    private const string EnrolmentPurpose = "enrolment";
    private const int RecoveryCodes = 10;
    private static readonly TimeSpan EnrolmentLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Whether an account has a second factor.</summary>
    public async Task<bool> HasAsync(Guid accountId, CancellationToken cancellationToken) => await database.FirstAsync(
        "select true from identity.second_factors where user_id = $1 and confirmed_at is not null", row => row.GetBoolean(0), cancellationToken, accountId);

    /// <summary>A new secret for an authenticator app. It counts once a code of it has been confirmed.</summary>
    public Enrolment Begin(Guid accountId, string userName)
    {
        var secret = RandomNumberGenerator.GetBytes(TimedCode.SecretBytes);
        var issuer = Uri.EscapeDataString(settings.SecondFactor.Issuer);
        return new Enrolment(
            Base32.Of(secret),
            $"otpauth://totp/{issuer}:{Uri.EscapeDataString(userName)}?secret={Base32.Of(secret)}&issuer={issuer}&algorithm=SHA1&digits={TimedCode.Digits}&period=30",
            seals.Seal(EnrolmentPurpose, new Pending(accountId, secret), clock.GetUtcNow() + EnrolmentLifetime));
    }

    /// <summary>Confirms a new secret by a code of it; an earlier one and its recovery codes are void.</summary>
    /// <returns>The recovery codes, of which only hashes are kept; nothing where the code is wrong or came too late.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Guid accountId, string enrolment, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (seals.Open<Pending>(EnrolmentPurpose, enrolment) is not { } pending || pending.AccountId != accountId)
            return null;
        if (TimedCode.Match(pending.Secret, code, now) is not { } step)
            return null;
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => OneTimeCode.New())];
        await database.ExecuteAsync(
            """
            with factor as (
                insert into identity.second_factors (user_id, secret, confirmed_at, last_step) values ($1, $2, $3, $4)
                on conflict (user_id) do update set secret = excluded.secret, confirmed_at = excluded.confirmed_at, last_step = excluded.last_step),
            earlier as (
                delete from identity.recovery_codes where user_id = $1)
            insert into identity.recovery_codes (user_id, hash) select $1, unnest($5::bytea[])
            """,
            cancellationToken,
            accountId,
            seals.Seal(SecretPurpose, new Pending(accountId, pending.Secret), DateTimeOffset.MaxValue),
            now,
            step,
            codes.Select(recovery => OneTimeCode.HashOf(accountId, recovery)).ToArray());
        return codes;
    }

    /// <summary>Tries a code of the app, or a recovery code.</summary>
    public async Task<ProofOutcome> ProveAsync(Guid accountId, string code, CancellationToken cancellationToken)
    {
        if (await throttle.ChargeSecondFactorAsync(accountId, cancellationToken) is { } wait)
            return new ProofOutcome(IsRight: false, wait);
        if (!await IsTimedCodeAsync(accountId, code.Trim(), cancellationToken) && !await UseRecoveryCodeAsync(accountId, code, cancellationToken))
            return new ProofOutcome(IsRight: false, Wait: null);
        await throttle.ForgiveSecondFactorAsync(accountId, cancellationToken);
        return new ProofOutcome(IsRight: true, Wait: null);
    }

    /// <summary>Takes the second factor of an account away, for somebody who lost it.</summary>
    public Task RemoveAsync(Guid accountId, CancellationToken cancellationToken) => database.ExecuteAsync(
        """
        with codes as (delete from identity.recovery_codes where user_id = $1)
        delete from identity.second_factors where user_id = $1
        """,
        cancellationToken,
        accountId);

    private async Task<bool> IsTimedCodeAsync(Guid accountId, string code, CancellationToken cancellationToken)
    {
        var text = await database.FirstAsync(
            "select secret from identity.second_factors where user_id = $1 and confirmed_at is not null", row => row.GetString(0), cancellationToken, accountId);
        if (seals.Open<Pending>(SecretPurpose, text) is not { } factor || TimedCode.Match(factor.Secret, code, clock.GetUtcNow()) is not { } step)
            return false;
        // Whoever looked over the owner's shoulder comes too late.
        return await database.ExecuteAsync(
            "update identity.second_factors set last_step = $2 where user_id = $1 and last_step < $2", cancellationToken, accountId, step) > 0;
    }

    private async Task<bool> UseRecoveryCodeAsync(Guid accountId, string code, CancellationToken cancellationToken)
    {
        var used = await database.ExecuteAsync(
            "delete from identity.recovery_codes where user_id = $1 and hash = $2", cancellationToken, accountId, OneTimeCode.HashOf(accountId, code)) > 0;
        if (used)
            log.LogInformation("Account {Account} signed in by a recovery code.", accountId);
        return used;
    }

    private sealed record Pending(Guid AccountId, byte[] Secret);
}

/// <summary>A secret for an authenticator app that has not been confirmed yet.</summary>
/// <param name="Secret">The secret in Base32, to be typed in.</param>
/// <param name="Uri">The same as <c>otpauth</c> address, to be shown as a QR code.</param>
/// <param name="Ticket">Goes with the code that confirms it, within a quarter of an hour.</param>
internal sealed record Enrolment(string Secret, string Uri, string Ticket);

/// <summary>What came of a try to prove a second factor.</summary>
/// <param name="IsRight">Whether it was proven.</param>
/// <param name="Wait">How long to wait before the next try, where this one was not even looked at.</param>
internal readonly record struct ProofOutcome(bool IsRight, TimeSpan? Wait);
