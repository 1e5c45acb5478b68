using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Npgsql;

namespace Modular.Kernel.Postgres.Notifications;

/// <summary>
/// Listens to what other hosts, and this one, announce in the database, over one connection. After an interruption every subscriber
/// is called without a payload, because announcements may have been missed.
/// </summary>
public sealed class DatabaseNotifications(ConnectionSettings settings, TimeProvider clock, ILogger<DatabaseNotifications> log)
    : BackgroundService
{
    private static readonly TimeSpan PauseBeforeReconnect = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Action<string?>> subscribers = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private CancellationTokenSource? waiting;

    /// <summary>
    /// Calls back for each announcement on a channel, with its payload, and once without a payload whenever listening begins.
    /// The callback returns at once; it only signals whoever does the work.
    /// </summary>
    public void Subscribe(string channel, Action<string?> heard)
    {
        subscribers.AddOrUpdate(channel, heard, (_, earlier) => earlier + heard);
        lock (gate)
            waiting?.Cancel();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var current = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            SetWaiting(current);
            try
            {
                await ListenAsync(current.Token);
            }
            catch (OperationCanceledException) when (current.IsCancellationRequested)
            {
                // Stopped, or a channel was added and the loop listens to all of them anew.
            }
            catch (NpgsqlException interrupted)
            {
                log.LogWarning("Listening to the database was interrupted ({Reason}); it is tried again.", interrupted.GetType().Name);
                await Task.Delay(PauseBeforeReconnect, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            finally
            {
                SetWaiting(null);
            }
        }
    }

    private void SetWaiting(CancellationTokenSource? current)
    {
        lock (gate)
            waiting = current;
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await settings.OpenUnpooledAsync("modular/listen", cancellationToken);
        connection.Notification += (_, notification) => Tell(notification.Channel, notification.Payload);
        var channels = subscribers.Keys.ToArray();
        foreach (var channel in channels)
        {
            await using var listen = new NpgsqlCommand($"listen \"{channel}\"", connection);
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var channel in channels)
            Tell(channel, payload: null);
        while (true)
            await connection.WaitAsync(cancellationToken);
    }

    private void Tell(string channel, string? payload)
    {
        if (subscribers.TryGetValue(channel, out var heard))
            heard(payload);
    }
}
