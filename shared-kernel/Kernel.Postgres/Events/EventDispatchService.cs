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
        var bell = new Bell(notifications, clock, CommitStatements.OutboxChannel, ProvinceModules.Channel);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var turn = await locks.TakeAsync(module, stopping) ? await dispatcher.TurnAsync(module, stopping) : DispatchTurn.Idle;
                await RestAsync(module, turn, bell, stopping);
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

    private async Task RestAsync(string module, DispatchTurn turn, Bell bell, CancellationToken stopping)
    {
        if (turn != DispatchTurn.HasMore)
            await bell.WaitAsync(turn == DispatchTurn.HasUnsettled ? options.PauseWhileUnsettled : dispatcher.RestOf(module), stopping);
    }
}
