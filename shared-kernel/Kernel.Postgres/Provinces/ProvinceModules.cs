using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Provinces;

/// <summary>A module was enabled in a province, or disabled.</summary>
/// <param name="Module">The module.</param>
/// <param name="Enabled">Whether it was enabled.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="ChangedBy">The name of whoever did it.</param>
/// <param name="Reason">Why.</param>
public sealed record ModuleSwitching(string Module, bool Enabled, DateTimeOffset ChangedAt, string ChangedBy, string? Reason);

/// <summary>
/// Which modules each province has enabled, in <c>kernel.province_modules</c>. Every change is told on <see cref="Channel"/>, so
/// that all hosts swap to the other schema.
/// </summary>
public sealed class ProvinceModules(ProvinceDataSources dataSources, TimeProvider clock)
{
    /// <summary>The channel that announces a change; its payload is the code of the province.</summary>
    public const string Channel = "modular_modules";

    private const string ReadSql =
        "select province_id, module from kernel.province_modules where enabled order by province_id, module";

    private const string SetSql =
        """
        insert into kernel.province_modules (province_id, module, enabled, changed_at, changed_by, changed_by_name, reason)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (province_id, module) do update set
            enabled = excluded.enabled, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
            changed_by_name = excluded.changed_by_name, reason = excluded.reason
        where province_modules.enabled <> excluded.enabled
        """;

    private const string RecordSql =
        """
        insert into kernel.edits (province_id, generation, module, entity, entity_key, action, changes, made_at, user_id, user_name, reason)
        values ($1, (select generation from kernel.outbox_generation), 'kernel', 'ProvinceModule', jsonb_build_array($2), 'CHANGED',
            jsonb_build_object('enabled', jsonb_build_object('before', not $3, 'after', $3)), $4, $5, $6, $7)
        """;

    private const string HistorySql =
        """
        select entity_key ->> 0, (changes #>> '{enabled,after}')::boolean, made_at, user_name, reason from kernel.edits
        where province_id = $1 and module = 'kernel' and entity = 'ProvinceModule' and entity_key ->> 0 = any($2)
        order by made_at desc, id desc
        """;

    /// <summary>The identifiers of the enabled modules, by province; a province without any is missing.</summary>
    public async Task<IReadOnlyDictionary<ProvinceId, IReadOnlySet<string>>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSources.Neutral.CreateCommand(ReadSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var enabled = new Dictionary<ProvinceId, IReadOnlySet<string>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var province = new ProvinceId(reader.GetInt16(0));
            if (!enabled.TryGetValue(province, out var modules))
                enabled.Add(province, modules = new HashSet<string>(StringComparer.Ordinal));
            ((HashSet<string>)modules).Add(reader.GetString(1));
        }

        return enabled;
    }

    /// <summary>When these modules were enabled and disabled in a province, by whom and why; the latest first.</summary>
    public async Task<ILookup<string, ModuleSwitching>> ReadHistoryAsync(ProvinceId province, string[] modules, CancellationToken cancellationToken)
    {
        await using var command = dataSources.Of(province).CreateCommand(HistorySql);
        command.Parameters.Add(new NpgsqlParameter { Value = province.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = modules });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var history = new List<ModuleSwitching>();
        while (await reader.ReadAsync(cancellationToken))
        {
            history.Add(new ModuleSwitching(
                reader.GetString(0),
                reader.GetBoolean(1),
                reader.GetFieldValue<DateTimeOffset>(2),
                reader.GetString(3),
                await reader.IsDBNullAsync(4, cancellationToken) ? null : reader.GetString(4)));
        }

        return history.ToLookup(switching => switching.Module);
    }

    /// <summary>Enables or disables a module in a province. Whether its dependencies allow that is the caller's to check.</summary>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> SetAsync(
        ProvinceId province, string module, bool enabled, ICurrentAccess by, string? reason, CancellationToken cancellationToken)
    {
        await using var connection = await dataSources.Of(province).OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var set = Command(SetSql);
        if (await set.ExecuteNonQueryAsync(cancellationToken) == 0)
            return false;
        await using var record = Command(RecordSql);
        await record.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;

        NpgsqlCommand Command(string sql) => new(sql, connection, transaction)
        {
            Parameters =
            {
                CommitStatements.Typed(province.Value, NpgsqlDbType.Smallint),
                CommitStatements.Typed(module, NpgsqlDbType.Text),
                CommitStatements.Typed(enabled, NpgsqlDbType.Boolean),
                CommitStatements.Typed(clock.GetUtcNow(), NpgsqlDbType.TimestampTz),
                CommitStatements.Typed(by.UserId, NpgsqlDbType.Uuid),
                CommitStatements.Typed(by.UserName, NpgsqlDbType.Text),
                CommitStatements.Typed(reason, NpgsqlDbType.Text),
            },
        };
    }
}
