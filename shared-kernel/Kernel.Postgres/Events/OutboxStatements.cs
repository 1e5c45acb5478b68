using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Events;

/// <summary>The statements that move a module's position and keep its parked events.</summary>
internal static class OutboxStatements
{
    // A module that was disabled since the batch was read has no more of it: what is left waits.
    private const string MoveSql =
        """
        insert into kernel.outbox_positions (province_id, module, generation, transaction_id, sequence, moved_at)
        select $1, $2, $3, $4, $5, now()
        where exists (select from kernel.province_modules where province_id = $1 and module = $2 and enabled)
        on conflict (province_id, module) do update set
            generation = excluded.generation, transaction_id = excluded.transaction_id, sequence = excluded.sequence, moved_at = now()
        where (outbox_positions.generation, outbox_positions.transaction_id, outbox_positions.sequence) < ($3, $4, $5)
        """;

    private const string ParkSql =
        """
        insert into kernel.parked_events
            (province_id, module, event_id, event_name, attempts, error_type, error, parked_at)
        values ($1, $2, $3, $4, $5, $6, left($7, 8000), now())
        on conflict (province_id, module, event_id) do update set
            attempts = parked_events.attempts + excluded.attempts, error_type = excluded.error_type, error = excluded.error,
            parked_at = excluded.parked_at, retry_requested_at = null
        """;

    private const string UnparkSql =
        "delete from kernel.parked_events where province_id = $1 and module = $2 and event_id = $3";

    private const string AskedAgainSql =
        """
        select o.generation, o.transaction_id, o.sequence, o.event_id, o.event_name, o.payload::text, o.occurred_at
        from kernel.parked_events p
        join kernel.outbox o on o.province_id = p.province_id and o.event_id = p.event_id
        where p.province_id = $1 and p.module = $2 and p.retry_requested_at is not null
        order by o.generation, o.transaction_id, o.sequence
        """;

    /// <summary>Moves the position forward; touches no row when it is already there or beyond, or when the module is disabled.</summary>
    public static NpgsqlBatchCommand Move(ProvinceId province, string module, OutboxPosition to)
    {
        var command = Of(MoveSql, province, module);
        OutboxReader.AddPosition(command.Parameters, to);
        return command;
    }

    /// <summary>Parks an event that failed.</summary>
    public static NpgsqlBatchCommand Park(ProvinceId province, string module, OutboxEvent happened, int attempts, Exception failure)
    {
        var command = Of(ParkSql, province, module);
        command.Parameters.Add(new NpgsqlParameter { Value = happened.Id });
        command.Parameters.Add(new NpgsqlParameter { Value = happened.Name });
        command.Parameters.Add(new NpgsqlParameter { Value = attempts });
        command.Parameters.Add(CommitStatements.Typed(failure.GetType().Name, NpgsqlDbType.Text));
        command.Parameters.Add(CommitStatements.Typed(failure.ToString(), NpgsqlDbType.Text));
        return command;
    }

    /// <summary>Takes an event off the parking place; touches no row when it is not there.</summary>
    public static NpgsqlBatchCommand Unpark(ProvinceId province, string module, Guid eventId)
    {
        var command = Of(UnparkSql, province, module);
        command.Parameters.Add(new NpgsqlParameter { Value = eventId });
        return command;
    }

    /// <summary>Reads the parked events that somebody asked to try again.</summary>
    public static NpgsqlBatchCommand AskedAgain(ProvinceId province, string module) => Of(AskedAgainSql, province, module);

    private static NpgsqlBatchCommand Of(string sql, ProvinceId province, string module) => new(sql)
    {
        Parameters = { new() { Value = province.Value }, new() { Value = module } },
    };
}
