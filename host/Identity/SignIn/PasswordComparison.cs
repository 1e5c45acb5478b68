using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Modular.Kernel.Texts;

namespace Modular.Host.Identity.SignIn;

/// <summary>
/// Hashes and compares passwords. That takes a tenth of a second of a processor by intention, so only some are compared at a time: those of one address one
/// after the other, those of strangers on half of the processors, and those of known devices aside from all others.
/// </summary>
internal sealed class PasswordComparison : IAsyncDisposable
{
    private const int WaitingOfAll = 1000;
    private static readonly Account Nobody = new();
    private readonly PasswordHasher<Account> hasher;
    private readonly string hashOfNobody;
    private readonly PartitionedRateLimiter<Asker> limiter;

    public PasswordComparison(IdentitySettings settings)
    {
        hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = settings.PasswordHashIterations }));
        // What passwords of names are compared with that have none, or that nobody has.
        hashOfNobody = Hash(Guid.NewGuid().ToString());
        var signIn = settings.SignIn;
        limiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<Asker, string>(asker => RateLimitPartition.GetConcurrencyLimiter(
                asker.Place, _ => Turns(signIn.ComparisonsPerAddress, signIn.WaitingPerAddress))),
            PartitionedRateLimiter.Create<Asker, bool>(asker => RateLimitPartition.GetConcurrencyLimiter(
                asker.IsKnown, _ => Turns(Math.Max(1, Environment.ProcessorCount / 2), WaitingOfAll))));
    }

    /// <summary>The hash of a new password.</summary>
    public string Hash(string password) => hasher.HashPassword(Nobody, VietnameseText.Compose(password));

    /// <summary>Compares a password with a hash; without a hash it takes the same time, and is wrong.</summary>
    /// <returns>What came out; null where too many wait for their turn already.</returns>
    public async Task<PasswordVerificationResult?> CompareAsync(string? hash, string password, Asker asker, CancellationToken cancellationToken)
    {
        using var turn = await limiter.AcquireAsync(asker, 1, cancellationToken);
        if (!turn.IsAcquired)
            return null;
        var compared = hasher.VerifyHashedPassword(Nobody, hash ?? hashOfNobody, VietnameseText.Compose(password));
        return hash is null ? PasswordVerificationResult.Failed : compared;
    }

    public ValueTask DisposeAsync() => limiter.DisposeAsync();

    private static ConcurrencyLimiterOptions Turns(int atATime, int waiting) => new()
    {
        PermitLimit = atATime,
        QueueLimit = waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    };
}

/// <summary>Whose password is compared, for the order of turns.</summary>
/// <param name="Place">The address or device.</param>
/// <param name="IsKnown">Whether it is a device that the account knows.</param>
internal readonly record struct Asker(string Place, bool IsKnown);
