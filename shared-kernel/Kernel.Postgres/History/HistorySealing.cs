using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.Writing;
using Npgsql;

namespace Modular.Kernel.Postgres.History;

/// <summary>Seals the history of all provinces in a serving host: soon after a change was announced, and every half minute in any case.</summary>
internal sealed class HistorySealing(
    HistorySealer sealer, ProvinceDataSources dataSources, DatabaseNotifications notifications, TimeProvider clock, ILogger<HistorySealing> log)
    : BackgroundService
{
    // Many changes in a row are sealed together, so that sealing costs a busy host little.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        notifications.Subscribe(CommitStatements.OutboxChannel, _ => bell.Writer.TryWrite(true));
        while (!stoppingToken.IsCancellationRequested)
        {
            await SealAllAsync(stoppingToken);
            await Task.Delay(Rest, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WaitAsync(bell.Reader, stoppingToken);
        }
    }

    private async Task SealAllAsync(CancellationToken stopping)
    {
        try
        {
            foreach (var province in await ProvinceStore.ReadAsync(dataSources.Neutral, stopping))
                await sealer.SealAsync(province.Id, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops; what is not sealed yet is sealed when it starts again.
        }
        catch (NpgsqlException interrupted)
        {
            log.LogWarning("Sealing the history was interrupted ({Reason}); it goes on shortly.", interrupted.GetType().Name);
        }
    }

    private async Task WaitAsync(ChannelReader<bool> bell, CancellationToken stopping)
    {
        using var alarm = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var timer = clock.CreateTimer(_ => alarm.Cancel(), null, Poll, Timeout.InfiniteTimeSpan);
        try
        {
            await bell.ReadAsync(alarm.Token);
        }
        catch (OperationCanceledException)
        {
            // Nothing was heard, or the host stops; the loop tells which.
        }
    }
}
