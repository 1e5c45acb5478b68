using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Events;

/// <summary>
/// Reads the outbox in commit order. An event is settled when every transaction that could still put one before it has ended:
/// its transaction's number lies below the oldest one running.
/// </summary>
internal sealed class OutboxReader(ProvinceDataSources dataSources)
{
    private const string PositionSql =
        """
        select generation, transaction_id, sequence from kernel.outbox_positions where province_id = $1 and module = $2
        """;

    // Both look at the end of the order alone, by its index: a condition over all rows would read the whole outbox each time.
    private const string SettledSql =
        """
        with settled as (
            select max(generation) as generation, pg_snapshot_xmin(pg_current_snapshot()) as xmin from kernel.outbox_generation
        )
        select o.generation, o.transaction_id, o.sequence, coalesce(last.is_unsettled, false)
        from (select 1) as one
        left join lateral (
            select u.generation = s.generation and u.transaction_id >= s.xmin as is_unsettled from kernel.outbox u, settled s
            where u.province_id = $1
            order by u.generation desc, u.transaction_id desc, u.sequence desc limit 1
        ) as last on true
        left join lateral (
            select o.generation, o.transaction_id, o.sequence from kernel.outbox o, settled s
            where o.province_id = $1 and (o.generation < s.generation or o.transaction_id < s.xmin)
            order by o.generation desc, o.transaction_id desc, o.sequence desc limit 1
        ) as o on true
        """;

    private const string EventsSql =
        """
        select generation, transaction_id, sequence, event_id, event_name, payload::text, occurred_at
        from kernel.outbox
        where province_id = $1
          and (generation, transaction_id, sequence) > ($2, $3, $4)
          and (generation, transaction_id, sequence) <= ($5, $6, $7)
          and event_name = any($8)
        order by generation, transaction_id, sequence
        limit $9
        """;

    /// <summary>The next events of a module in a province.</summary>
    public async Task<OutboxBatch> ReadAsync(
        ProvinceId province, string module, string[] eventNames, int size, CancellationToken cancellationToken)
    {
        await using var connection = await dataSources.Of(province).OpenConnectionAsync(cancellationToken);
        var from = await ReadPositionAsync(connection, province, module, cancellationToken);
        var (to, hasUnsettled) = await ReadSettledAsync(connection, province, cancellationToken);
        if (to is not { } end || end.CompareTo(from) <= 0)
            return new OutboxBatch(from, from, [], HasMore: false, hasUnsettled);

        await using var command = Command(connection, EventsSql, province);
        AddPosition(command.Parameters, from);
        AddPosition(command.Parameters, end);
        command.Parameters.Add(new NpgsqlParameter { Value = eventNames });
        command.Parameters.Add(new NpgsqlParameter { Value = size });
        var events = new List<OutboxEvent>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            events.Add(EventOf(reader));
        var isFull = events.Count == size;
        return new OutboxBatch(from, isFull ? events[^1].Position : end, events, isFull, hasUnsettled);
    }

    /// <summary>Reads a row: position, identifier, name, payload, time.</summary>
    public static OutboxEvent EventOf(NpgsqlDataReader reader) => new(
        PositionAt(reader, 0), reader.GetGuid(3), reader.GetString(4), reader.GetString(5), reader.GetFieldValue<DateTimeOffset>(6));

    /// <summary>Reads a position that begins at a column.</summary>
    public static OutboxPosition PositionAt(NpgsqlDataReader reader, int column) =>
        new(reader.GetInt32(column), reader.GetFieldValue<ulong>(column + 1), reader.GetInt64(column + 2));

    /// <summary>Adds a position as three parameters.</summary>
    public static void AddPosition(NpgsqlParameterCollection parameters, OutboxPosition position)
    {
        parameters.Add(new NpgsqlParameter { Value = position.Generation });
        parameters.Add(CommitStatements.Typed(position.TransactionId, NpgsqlDbType.Xid8));
        parameters.Add(new NpgsqlParameter { Value = position.Sequence });
    }

    private static async Task<OutboxPosition> ReadPositionAsync(
        NpgsqlConnection connection, ProvinceId province, string module, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, PositionSql, province);
        command.Parameters.Add(new NpgsqlParameter { Value = module });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? PositionAt(reader, 0) : default;
    }

    private static async Task<(OutboxPosition? Settled, bool HasUnsettled)> ReadSettledAsync(
        NpgsqlConnection connection, ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, SettledSql, province);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (await reader.IsDBNullAsync(0, cancellationToken) ? null : PositionAt(reader, 0), reader.GetBoolean(3));
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, ProvinceId province) => new(sql, connection)
    {
        Parameters = { new() { Value = province.Value } },
    };
}
