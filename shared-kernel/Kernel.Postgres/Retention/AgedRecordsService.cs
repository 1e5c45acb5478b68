using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Modular.Kernel.Postgres.Retention;

/// <summary>Removes once a day what has come of age.</summary>
internal sealed class AgedRecordsService(AgedRecordsRemoval removal, TimeProvider clock, ILogger<AgedRecordsService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await removal.RemoveAsync(stoppingToken);
            }
            catch (NpgsqlException interrupted)
            {
                log.LogWarning("Records that have come of age could not be removed ({Reason}); tomorrow they can.", interrupted.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
