using System.Threading.Channels;

namespace Modular.Kernel.Postgres.Notifications;

/// <summary>
/// The announcements that somebody waits for. Few are kept for whoever is slow to take them: what is more than that becomes a gap, which says that something happened and
/// not what, so that the state must be read again. Memory is bounded, and nothing is lost unnoticed.
/// </summary>
public sealed class DatabaseFeed : IDisposable
{
    private const int MostKept = 64;

    private readonly Channel<string?> kept = Channel.CreateBounded<string?>(new BoundedChannelOptions(MostKept) { SingleReader = true });
    private readonly Action<DatabaseFeed> close;
    private readonly TimeSpan lookAfter;
    private readonly TimeProvider clock;
    private volatile bool hasGap;

    internal DatabaseFeed(Action<DatabaseFeed> close, TimeSpan lookAfter, TimeProvider clock) =>
        (this.close, this.lookAfter, this.clock) = (close, lookAfter, clock);

    /// <summary>Waits for the next announcement. One at a time may wait.</summary>
    /// <returns>Its detail, empty where it has none; null for a gap.</returns>
    public async ValueTask<string?> NextAsync(CancellationToken cancellationToken)
    {
        if (hasGap)
        {
            // Cleared first: what comes in from now on is kept, or makes another gap.
            hasGap = false;
            while (kept.Reader.TryRead(out _))
            {
            }

            return null;
        }

        using var patience = new CancellationTokenSource(lookAfter, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await kept.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => close(this);

    internal void Hear(string? detail)
    {
        if (!kept.Writer.TryWrite(detail))
            hasGap = true;
    }
}
