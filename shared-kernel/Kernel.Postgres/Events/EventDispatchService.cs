using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.Writing;

namespace Modular.Kernel.Postgres.Events;

/// <summary>Runs the dispatcher in the host: a loop a module, woken by announcements, and by a slow clock in case one was missed.</summary>
internal sealed class EventDispatchService(
    EventDispatcher dispatcher,
    DatabaseNotifications notifications,
    ConnectionSettings connections,
    EventDispatchOptions options,
    TimeProvider clock,
    ILogger<EventDispatchService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var locks = new DispatchLock(connections);
        await Task.WhenAll(dispatcher.Modules.Select(module => RunAsync(module, locks, stoppingToken)));
    }

    private async Task RunAsync(string module, DispatchLock locks, CancellationToken stopping)
    {
        var bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        notifications.Subscribe(CommitStatements.OutboxChannel, _ => bell.Writer.TryWrite(true));
        notifications.Subscribe(ProvinceModules.Channel, _ => bell.Writer.TryWrite(true));
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var turn = await locks.TakeAsync(module, stopping) ? await dispatcher.TurnAsync(module, stopping) : DispatchTurn.Idle;
                await RestAsync(module, turn, bell.Reader, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(
                    "Dispatching events to {Module} was interrupted ({Failure}); it goes on shortly.", module, failure.GetType().Name);
                await Task.Delay(options.FirstPause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RestAsync(string module, DispatchTurn turn, ChannelReader<bool> bell, CancellationToken stopping)
    {
        if (turn == DispatchTurn.HasMore)
            return;
        var rest = turn == DispatchTurn.HasUnsettled ? options.PauseWhileUnsettled : dispatcher.RestOf(module);
        using var alarm = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var timer = clock.CreateTimer(_ => alarm.Cancel(), null, rest, Timeout.InfiniteTimeSpan);
        try
        {
            await bell.ReadAsync(alarm.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nothing was heard; time to look anyway.
        }
    }
}
