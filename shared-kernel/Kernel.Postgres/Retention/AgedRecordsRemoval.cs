using System.Text.Json;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Retention;

/// <summary>How many records of a kind have come of age.</summary>
/// <param name="Records">The kind.</param>
/// <param name="Before">Records from before this moment go.</param>
/// <param name="Rows">How many.</param>
public sealed record AgedRecordsCount(AgedRecords Records, DateTimeOffset Before, long Rows);

/// <summary>Counts and removes records that have come of age.</summary>
public sealed class AgedRecordsRemoval
{
    private readonly ProvinceDataSources databases;
    private readonly TimeProvider clock;
    private readonly string listeners;

    /// <summary>Knows which modules listen to which events, so that none is removed that somebody has not had.</summary>
    public AgedRecordsRemoval(InstalledModules modules, ProvinceDataSources databases, TimeProvider clock)
    {
        this.databases = databases;
        this.clock = clock;
        listeners = JsonSerializer.Serialize(modules.All
            .SelectMany(module => module.Registration.Subscriptions.Select(subscription => (subscription.EventName, module.Id)))
            .Distinct()
            .GroupBy(pair => pair.EventName)
            .ToDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.Id).ToArray()));
    }

    /// <summary>How many records of each kind are of age on a moment; nothing is removed.</summary>
    public async Task<IReadOnlyList<AgedRecordsCount>> CountAsync(ProvinceId province, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var counts = new List<AgedRecordsCount>();
        foreach (var records in AgedRecordsCatalog.All)
        {
            var before = moment.ToUniversalTime() - records.KeptFor;
            await using var command = Command(records.CountSql, province, before);
            counts.Add(new AgedRecordsCount(records, before, (long)(await command.ExecuteScalarAsync(cancellationToken))!));
        }

        return counts;
    }

    /// <summary>
    /// How many reads of sensitive data are in the log from before a moment. The application can remove none of them: an operator puts them into an archive first (PD-15).
    /// </summary>
    public async Task<long> CountSensitiveReadsAsync(ProvinceId province, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var command = Command("select count(*) from kernel.sensitive_reads where province_id = $1 and read_at < $2", province, before.ToUniversalTime());
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Removes the records of age of all provinces.</summary>
    /// <returns>How many of each kind, in the order of the catalog.</returns>
    public async Task<IReadOnlyList<long>> RemoveAsync(CancellationToken cancellationToken)
    {
        var removed = new long[AgedRecordsCatalog.All.Count];
        foreach (var province in await ProvinceStore.ReadAsync(databases.Neutral, cancellationToken))
        {
            for (var index = 0; index < removed.Length; index++)
            {
                var records = AgedRecordsCatalog.All[index];
                await using var command = Command(records.RemoveSql, province.Id, clock.GetUtcNow() - records.KeptFor);
                command.Parameters.Add(new NpgsqlParameter { Value = listeners, NpgsqlDbType = NpgsqlDbType.Jsonb });
                removed[index] += (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            }
        }

        return removed;
    }

    private NpgsqlCommand Command(string sql, ProvinceId province, DateTimeOffset before)
    {
        var command = databases.Of(province).CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = before, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return command;
    }
}
