using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Postgres.Provinces;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>Sweeps when the host starts, when a module is enabled, and soon after each midnight in Vietnam.</summary>
internal sealed class WorkItemSweepService(
    WorkItemSweep sweep, DatabaseNotifications notifications, TimeProvider clock, ILogger<WorkItemSweepService> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    // What the sweep of the day did not see, because it happened behind the kernel's back, is found within this time.
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var bell = new Bell(notifications, clock, ProvinceModules.Channel);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sweep.RunAsync(GoodFor, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception interrupted)
            {
                log.LogWarning(interrupted, "Looking for work that is due was interrupted; it goes on in some minutes.");
            }

            await bell.WaitAsync(Look, stoppingToken);
        }
    }
}
