using System.Threading.RateLimiting;

namespace Modular.Host.Limits;

/// <summary>
/// How many operations of one user are executed at a time on this host. Some more wait for their turn; whoever asks for still more is refused, so that
/// one user's loop is nobody else's trouble.
/// </summary>
internal sealed class UserTurns(LimitOptions limits) : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<Guid> limiter = PartitionedRateLimiter.Create<Guid, Guid>(user => RateLimitPartition.GetConcurrencyLimiter(
        user,
        _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.ConcurrentOperations,
            QueueLimit = limits.WaitingOperations,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    /// <summary>Waits for the user's turn.</summary>
    /// <returns>To be disposed when the operation has been executed; null where too many wait already.</returns>
    public async ValueTask<IDisposable?> TakeAsync(Guid user, CancellationToken cancellationToken)
    {
        var lease = await limiter.AcquireAsync(user, 1, cancellationToken);
        if (lease.IsAcquired)
            return lease;
        lease.Dispose();
        return null;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => limiter.DisposeAsync();
}
