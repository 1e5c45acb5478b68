using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.Writing;

/// <summary>Forgets idempotency keys once no client repeats its request any more: once a day, those older than a month.</summary>
internal sealed class IdempotencyExpiry(ProvinceDataSources dataSources, TimeProvider clock, ILogger<IdempotencyExpiry> log)
    : BackgroundService
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <summary>Forgets the old keys of all provinces.</summary>
    /// <returns>How many they were.</returns>
    public async Task<int> ForgetOldAsync(CancellationToken cancellationToken)
    {
        var forgotten = 0;
        foreach (var province in await ProvinceStore.ReadAsync(dataSources.Neutral, cancellationToken))
        {
            await using var command = dataSources.Of(province.Id).CreateCommand(
                "delete from kernel.idempotency_keys where province_id = $1 and created_at < $2");
            command.Parameters.Add(new NpgsqlParameter { Value = province.Id.Value });
            command.Parameters.Add(new NpgsqlParameter { Value = clock.GetUtcNow() - Lifetime });
            forgotten += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return forgotten;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await ForgetOldAsync(stoppingToken);
            }
            catch (NpgsqlException interrupted)
            {
                log.LogWarning("Old idempotency keys could not be removed ({Reason}); tomorrow they can.", interrupted.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
