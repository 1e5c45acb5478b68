using System.Threading.Channels;

namespace Modular.Kernel.Postgres.Notifications;

/// <summary>
/// Wakes a background task when something is announced on one of its channels, however often; and after a time in case an announcement was missed.
/// </summary>
internal sealed class Bell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TimeProvider clock;

    public Bell(DatabaseNotifications notifications, TimeProvider clock, params IReadOnlyList<string> channels)
    {
        this.clock = clock;
        foreach (var channel in channels)
            notifications.Subscribe(channel, _ => rings.Writer.TryWrite(true));
    }

    /// <summary>Waits until it rings, at most so long; at once where it rang since the last time.</summary>
    /// <exception cref="OperationCanceledException">The task is to stop.</exception>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken stopping)
    {
        using var alarm = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var timer = clock.CreateTimer(_ => alarm.Cancel(), null, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            await rings.Reader.ReadAsync(alarm.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nothing was heard; time to look anyway.
        }
    }
}
