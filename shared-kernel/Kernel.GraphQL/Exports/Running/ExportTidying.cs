using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.GraphQL.Exports.Running;

/// <summary>Ends exports whose time is over, and deletes the content of all that nobody may fetch any more; the records stay.</summary>
internal sealed class ExportExpiry(ProvinceDataSources databases, TimeProvider clock)
{
    private const string ExpireSql =
        """
        update kernel.exports set state = 'EXPIRED', version = version + 1, finished_at = coalesce(finished_at, $2)
        where province_id = $1 and state in ('READY', 'AWAITING_APPROVAL') and expires_at <= $2
        """;

    private const string DeleteSql =
        """
        delete from kernel.export_pieces as piece where piece.province_id = $1 and exists (
            select from kernel.exports as export
            where export.province_id = piece.province_id and export.id = piece.export_id and export.state not in ('RUNNING', 'READY'))
        """;

    /// <summary>Looks at one province.</summary>
    public async Task RunAsync(ProvinceId province, CancellationToken cancellationToken)
    {
        await using var batch = databases.Of(province).CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ExpireSql)
        {
            Parameters =
            {
                new NpgsqlParameter<short> { TypedValue = province.Value },
                new NpgsqlParameter { Value = clock.GetUtcNow(), NpgsqlDbType = NpgsqlDbType.TimestampTz },
            },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(DeleteSql) { Parameters = { new NpgsqlParameter<short> { TypedValue = province.Value } } });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>Looks for exports whose time is over, every few minutes.</summary>
internal sealed class ExportTidying(
    ExportExpiry expiry, ProvinceDataSources databases, TimeProvider clock, ILogger<ExportTidying> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                foreach (var province in await ProvinceStore.ReadAsync(databases.Neutral, stoppingToken))
                    await expiry.RunAsync(province.Id, stoppingToken);
            }
            catch (NpgsqlException interrupted)
            {
                log.LogWarning("Exports whose time is over could not be deleted ({Reason}); in some minutes they can.", interrupted.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
