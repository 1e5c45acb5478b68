using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Postgres.Provinces;

namespace Modular.Kernel.GraphQL.Exports.Running;

/// <summary>Writes exports as they come, a few at a time, so that they leave the database to those who read. Of several hosts each takes what no other has.</summary>
internal sealed class ExportRunner(
    ExportStore exports, ExportRun run, ProvinceDataSources databases, DatabaseNotifications notifications, TimeProvider clock, ILogger<ExportRunner> log) : BackgroundService
{
    private const int AtATime = 2;

    // What waits without an announcement belonged to a host that has died.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => WorkAsync(new Bell(notifications, clock, ExportStore.Channel), stoppingToken)));

    private async Task WorkAsync(Bell bell, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await RunAllAsync(stopping);
                await bell.WaitAsync(Look, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception interrupted)
            {
                log.LogWarning(interrupted, "Exports were interrupted; they go on soon.");
                await bell.WaitAsync(Look, stopping);
            }
        }
    }

    private async Task RunAllAsync(CancellationToken stopping)
    {
        bool wasBusy;
        do
        {
            wasBusy = false;
            // One of each province at a time, so that a busy one lets the others pass.
            foreach (var province in await ProvinceStore.ReadAsync(databases.Neutral, stopping))
            {
                if (await exports.ClaimAsync(province.Id, stopping) is not { } export)
                    continue;
                wasBusy = true;
                await run.RunAsync(export, stopping);
            }
        }
        while (wasBusy);
    }
}
