using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.Writing;
using Npgsql;

namespace Modular.Kernel.Postgres.History;

/// <summary>
/// Seals the history and the log of sensitive reads of all provinces in a serving host: soon after a change was announced, and every half minute in any case. Reads are
/// announced to nobody: that would cost them more than the log itself.
/// </summary>
internal sealed class HistorySealing(
    HistorySealer history, ReadSealer reads, ProvinceDataSources dataSources, DatabaseNotifications notifications, TimeProvider clock, ILogger<HistorySealing> log)
    : BackgroundService
{
    // Many changes in a row are sealed together, so that sealing costs a busy host little.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var bell = new Bell(notifications, clock, CommitStatements.OutboxChannel);
        while (!stoppingToken.IsCancellationRequested)
        {
            await SealAllAsync(stoppingToken);
            await Task.Delay(Rest, clock, stoppingToken);
            await bell.WaitAsync(Poll, stoppingToken);
        }
    }

    private async Task SealAllAsync(CancellationToken stopping)
    {
        try
        {
            foreach (var province in await ProvinceStore.ReadAsync(dataSources.Neutral, stopping))
            {
                await history.SealAsync(province.Id, stopping);
                await reads.SealAsync(province.Id, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops; what is not sealed yet is sealed when it starts again.
        }
        catch (NpgsqlException interrupted)
        {
            log.LogWarning("Sealing was interrupted ({Reason}); it goes on shortly.", interrupted.GetType().Name);
        }
    }
}
