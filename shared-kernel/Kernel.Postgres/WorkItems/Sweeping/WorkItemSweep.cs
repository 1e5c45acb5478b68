using System.Data;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.Telemetry;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>
/// Compares the work items of every enabled module with all of its facts, province by province: finds what comes due by time alone, and calls to mind. Of several hosts one does
/// it, and doing it again changes nothing. A module whose facts cannot be read, or not in time, is reported and holds up no other.
/// </summary>
public sealed class WorkItemSweep
{
    private const int Attempts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // The same lock in every host; held until the transaction ends.
    private const string ClaimSql =
        """
        select pg_try_advisory_xact_lock(7303030, hashtext($1 || ' ' || $2))
            and not exists (
                select from kernel.work_item_sweeps where province_id = $1::smallint and module = $2 and swept_on = $3 and swept_at > $4)
        """;

    private const string KeepSql =
        """
        insert into kernel.work_item_sweeps (province_id, module, swept_on, swept_at) values ($1, $2, $3, $4)
        on conflict (province_id, module) do update set swept_on = excluded.swept_on, swept_at = excluded.swept_at
        """;

    private readonly WorkItemKinds kinds;
    private readonly ProvinceModules enabled;
    private readonly ProvinceDataSources dataSources;
    private readonly TimeProvider clock;
    private readonly IModuleFaultLog? faults;
    private readonly ILogger<WorkItemSweep> log;

    internal WorkItemSweep(
        WorkItemKinds kinds, ProvinceModules enabled, ProvinceDataSources dataSources, TimeProvider clock, IModuleFaultLog? faults, ILogger<WorkItemSweep> log)
    {
        this.faults = faults;
        this.kinds = kinds;
        this.enabled = enabled;
        this.dataSources = dataSources;
        this.clock = clock;
        this.log = log;
    }

    /// <summary>Sweeps where it was not done today, or not for so long.</summary>
    /// <param name="interval">How long a sweep of the same day is good enough; zero sweeps in any case.</param>
    /// <param name="cancellationToken">Stops between two modules.</param>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        foreach (var (province, modules) in await enabled.ReadAsync(cancellationToken))
        {
            foreach (var module in kinds.EnabledOf(modules))
                await SweepAsideAsync(province, module, interval, cancellationToken);
        }
    }

    private async Task SweepAsideAsync(ProvinceId province, string module, TimeSpan interval, CancellationToken cancellationToken)
    {
        try
        {
            await SweepAsync(province, module, interval, cancellationToken);
        }
        catch (Exception failure) when (IsOfModule(failure))
        {
            faults?.Note(module, province, "work items", failure);
            log.LogError(failure, "Looking for work that is due in {Module} failed; other modules are looked at all the same.", module);
        }
    }

    private static bool IsOfModule(Exception failure) => failure is NpgsqlException { InnerException: TimeoutException } || (failure is PostgresException && !DatabaseFailures.IsUnreachable(failure));

    private async Task SweepAsync(ProvinceId province, string module, TimeSpan interval, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TrySweepAsync(province, module, interval, cancellationToken);
                return;
            }
            catch (PostgresException failure) when (attempt < Attempts && DatabaseFailures.IsWorthRepeating(failure))
            {
                log.LogDebug("A change interfered with looking for work that is due in {Module}; it is done again.", module);
            }
        }
    }

    /// <summary>Serializable, as changes are: what a change commits meanwhile is seen, or one of the two runs again.</summary>
    private async Task TrySweepAsync(ProvinceId province, string module, TimeSpan interval, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await dataSources.Of(province).OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        await using var claim = new NpgsqlCommand(ClaimSql, connection, transaction)
        {
            Parameters =
            {
                CommitStatements.Typed(province.ToString(), NpgsqlDbType.Text),
                CommitStatements.Typed(module, NpgsqlDbType.Text),
                CommitStatements.Typed(clock.Today(), NpgsqlDbType.Date),
                CommitStatements.Typed(now - interval, NpgsqlDbType.TimestampTz),
            },
        };
        if (await claim.ExecuteScalarAsync(cancellationToken) is not true)
            return;

        await using var batch = new NpgsqlBatch(connection, transaction) { Timeout = (int)Patience.TotalSeconds };
        foreach (var kind in kinds.Of(module))
        {
            batch.BatchCommands.Add(kind.ReconcileAll(province, clock));
            batch.BatchCommands.Add(kind.Remind(province, clock));
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(KeepSql)
        {
            Parameters =
            {
                CommitStatements.Typed(province.Value, NpgsqlDbType.Smallint),
                CommitStatements.Typed(module, NpgsqlDbType.Text),
                CommitStatements.Typed(clock.Today(), NpgsqlDbType.Date),
                CommitStatements.Typed(now, NpgsqlDbType.TimestampTz),
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
