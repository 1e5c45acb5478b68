using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.History;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.Provinces.Merging;

/// <summary>
/// Makes one province part of another (ORG-23), as an act of the operator: one transaction with the owner's rights, because the application cannot reach over provinces. Identifiers stay;
/// names, kinds, places and figures of the days before stay what they were, now within the receiving province. A dry run does all of it and takes it back.
/// </summary>
public sealed class ProvinceMerger(
    InstalledModules installed, EventDispatcher events, HistorySealer historySealer, HistoryVerifier history, ReadSealer readSealer, ReadLogVerifier reads,
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<ProvinceMerger> log)
{
    // What the two provinces settled between them is told by what they recorded of it.
    private const string SettledLettersSql = "delete from kernel.letters where province_id in ($1, $2) and from_province_id in ($1, $2) and state <> 'OPEN'";

    // Settings of the province that goes: the decisions on its policies are kept where they are, what belongs to a running host ends.
    private static readonly string[] LeftBehind = ["kernel.policies", "kernel.province_modules"];
    private static readonly string[] Ended = ["kernel.idempotency_keys", "kernel.outbox_positions", "kernel.work_item_sweeps"];

    /// <summary>Merges, or tries it out.</summary>
    /// <param name="ownerConnection">The connection string of the role that owns the tables.</param>
    /// <param name="order">What is to be done.</param>
    /// <param name="isDryRun">Whether all of it is taken back in the end.</param>
    /// <param name="cancellationToken">Ends it, and takes it back.</param>
    /// <returns>What was done, or what stands against it; then nothing was changed.</returns>
    public async Task<ProvinceMergerReport> RunAsync(
        string ownerConnection, ProvinceMergerOrder order, bool isDryRun, CancellationToken cancellationToken)
    {
        await events.DrainAsync(cancellationToken);
        var seals = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var breaches = await SealAsync(order, seals, cancellationToken);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ownerConnection)
        {
            ApplicationName = "modular/provinces",
            Pooling = false,
            CommandTimeout = 0,
            Enlist = false,
        });
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var work = new ProvinceMergerWork(order, connection);
        foreach (var breach in breaches)
            work.Object(breach);
        var moved = await TryAsync(work, seals, cancellationToken);
        if (isDryRun || work.Obstacles.Count > 0)
        {
            await transaction.RollbackAsync(cancellationToken);
        }
        else
        {
            await transaction.CommitAsync(cancellationToken);
            await GrownTables.AnalyzeAsync(connection, log, CancellationToken.None);
        }

        return new ProvinceMergerReport(work.Obstacles, work.Notes, moved, seals);
    }

    private async Task<IReadOnlyDictionary<string, long>> TryAsync(
        ProvinceMergerWork work, SortedDictionary<string, string> seals, CancellationToken cancellationToken)
    {
        try
        {
            return await MergeAsync(work, seals, cancellationToken);
        }
        catch (PostgresException cause) when (cause.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            work.Object($"{cause.SchemaName}.{cause.TableName}: rows of both provinces do not go together ({cause.ConstraintName}).");
            return new Dictionary<string, long>();
        }
    }

    private async Task<IReadOnlyDictionary<string, long>> MergeAsync(
        ProvinceMergerWork work, SortedDictionary<string, string> seals, CancellationToken cancellationToken)
    {
        await work.ExecuteAsync("set local lock_timeout = '60s'", cancellationToken);
        var tables = new ProvinceTables(work);
        await tables.OpenAsync(cancellationToken);
        await MergerConditions.CheckAsync(work, Listeners(), cancellationToken);
        await using (var scope = scopes.CreateAsyncScope())
        {
            foreach (var step in scope.ServiceProvider.GetServices<IProvinceMergerStep>())
                await step.RunAsync(work, cancellationToken);
        }

        await work.ExecuteAsync(SettledLettersSql, cancellationToken);
        foreach (var table in Ended)
            await work.ExecuteAsync($"delete from {table} where province_id = $1", cancellationToken);
        string[] except = [.. LeftBehind, .. Ended, .. MergedLogs.Tables];
        await tables.CompareAsync(except, cancellationToken);
        if (work.Obstacles.Count > 0)
            return new Dictionary<string, long>();

        var moved = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (table, rows) in await MergedLogs.MoveAsync(work, cancellationToken))
            moved.Add(table, rows);
        foreach (var (table, rows) in await tables.MoveAsync(except, cancellationToken))
            moved.Add(table, rows);
        await RecordAsync(work, moved, seals, cancellationToken);
        await CloseEntranceAsync(work, cancellationToken);
        await tables.CloseAsync(cancellationToken);
        return moved;
    }

    // Both logs of both provinces must be what was sealed, up to the last row.
    private async Task<List<string>> SealAsync(ProvinceMergerOrder order, SortedDictionary<string, string> seals, CancellationToken cancellationToken)
    {
        var keptSince = clock.GetUtcNow().AddMonths(-ReadLogVerifier.MonthsOnline);
        var breaches = new List<string>();
        foreach (var province in new[] { order.From, order.Into })
        {
            await historySealer.SealAsync(province.Id, cancellationToken);
            await readSealer.SealAsync(province.Id, cancellationToken);
            Note("history", province, await history.VerifyAsync(province.Id, null, cancellationToken));
            Note("access log", province, await reads.VerifyAsync(province.Id, null, keptSince, cancellationToken));
        }

        return breaches;

        void Note(string log, Province province, LogVerdict verdict)
        {
            if (verdict.Breach is not null)
                breaches.Add($"The {log} of {province.Slug} is not as it was sealed; verify it first.");
            if (province == order.From && verdict.Head is { } head)
                seals[log] = string.Create(CultureInfo.InvariantCulture, $"{head.Position}:{head.Hash}");
        }
    }

    private string Listeners() => JsonSerializer.Serialize(installed.All
        .SelectMany(module => module.Registration.Subscriptions.Select(subscription => (subscription.EventName, module.Id)))
        .Distinct()
        .GroupBy(pair => pair.EventName)
        .ToDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.Id).ToArray()));

    private static async Task RecordAsync(
        ProvinceMergerWork work, SortedDictionary<string, long> moved, SortedDictionary<string, string> seals, CancellationToken cancellationToken)
    {
        var said = new Dictionary<string, object>
        {
            ["from"] = new { after = work.Order.From.Slug },
            ["on"] = new { after = work.Order.On },
            ["rows"] = new { after = moved.Values.Sum() },
        };
        foreach (var (log, seal) in seals)
            said[log == "history" ? "lastSealOfHistory" : "lastSealOfReads"] = new { after = seal };
        await work.ExecuteAsync(
            """
            insert into kernel.edits (province_id, generation, module, entity, entity_id, action, changes, made_at, user_name, reason, document)
            select $2, (select generation from kernel.outbox_generation), 'kernel', 'ProvinceMerger', kernel.time_ordered_uuid(), 'CREATED', $4::jsonb, now(), $5, $6, $7
            where $1 is not null and $3 is not null
            """,
            cancellationToken,
            JsonSerializer.Serialize(said),
            work.Order.By,
            work.Order.Authority,
            string.Create(CultureInfo.InvariantCulture, $"{work.Order.Decision}, {work.Order.DecidedOn:yyyy-MM-dd}"));
    }

    // Nobody enters the province any more, and hosts read again what there is.
    private static async Task CloseEntranceAsync(ProvinceMergerWork work, CancellationToken cancellationToken)
    {
        await work.ExecuteAsync(
            "update kernel.province_modules set enabled = false, changed_at = now(), changed_by = null, changed_by_name = $4, reason = $5 where province_id = $1 and enabled and $2 <> $1 and $3 is not null",
            cancellationToken,
            work.Order.By,
            work.Order.Decision);
        await work.ExecuteAsync(
            "update kernel.provinces set settings = settings || jsonb_build_object('mergedInto', $2::smallint, 'mergedOn', $3::date) where id = $1", cancellationToken);
        await work.ExecuteAsync("select pg_notify('modular_modules', $1::text), pg_notify('modular_access', '')", cancellationToken);
    }
}
