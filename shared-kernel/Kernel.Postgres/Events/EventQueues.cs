using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Events;

/// <summary>An event that a module failed to handle.</summary>
/// <param name="Module">The module.</param>
/// <param name="EventId">The event.</param>
/// <param name="EventName">Its name.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ErrorType">The kind of the last failure; it holds no personal data, unlike <paramref name="Error"/>.</param>
/// <param name="Error">The last failure in full.</param>
/// <param name="ParkedAt">When it was given up.</param>
/// <param name="IsAskedAgain">Whether it is going to be tried again.</param>
public sealed record ParkedEvent(
    string Module, Guid EventId, string EventName, int Attempts, string ErrorType, string Error, DateTimeOffset ParkedAt, bool IsAskedAgain);

/// <summary>How far a module has come in a province.</summary>
/// <param name="Module">The module.</param>
/// <param name="Waiting">How many events lie before it; those that it does not listen to are counted too.</param>
/// <param name="MovedAt">When it last moved.</param>
public sealed record EventQueue(string Module, long Waiting, DateTimeOffset MovedAt);

/// <summary>What lies before a module in a province.</summary>
/// <param name="Waiting">How many events that it listens to it has not had yet.</param>
/// <param name="Parked">How many events it failed to handle.</param>
public sealed record EventBacklog(long Waiting, long Parked);

/// <summary>What an administrator sees of the events between modules, and may do about them.</summary>
public sealed class EventQueues(ProvinceDataSources dataSources, TimeProvider clock)
{
    private const string QueuesSql =
        """
        select p.module, p.moved_at, (
            select count(*) from kernel.outbox o
            where o.province_id = p.province_id
              and (o.generation, o.transaction_id, o.sequence) > (p.generation, p.transaction_id, p.sequence))
        from kernel.outbox_positions p where p.province_id = $1 order by p.module
        """;

    private const string BacklogSql =
        """
        select
            (select count(*) from kernel.outbox o
             left join kernel.outbox_positions p on p.province_id = $1 and p.module = $2
             where o.province_id = $1 and o.event_name = any($3)
               and (p.module is null or (o.generation, o.transaction_id, o.sequence) > (p.generation, p.transaction_id, p.sequence))),
            (select count(*) from kernel.parked_events where province_id = $1 and module = $2)
        """;

    private const string ParkedSql =
        """
        select module, event_id, event_name, attempts, error_type, error, parked_at, retry_requested_at is not null
        from kernel.parked_events where province_id = $1 order by parked_at, event_id
        """;

    private const string AskAgainSql =
        "update kernel.parked_events set retry_requested_at = now() where province_id = $1 and module = $2 and event_id = $3";

    // What is done about a parked event, and the line in the history that says so, are one statement.
    private const string RecordSql =
        """
        insert into kernel.edits (province_id, generation, module, entity, entity_key, action, changes, made_at, user_id, user_name, reason)
        select $1, (select generation from kernel.outbox_generation), 'kernel', 'ParkedEvent', jsonb_build_array(module, event_id), $4,
            jsonb_build_object('event', jsonb_build_object('before', event_name)), $5, $6, $7, $8
        from acted
        """;

    private const string RetrySql =
        $"""
        with acted as (
            update kernel.parked_events set retry_requested_at = now() where province_id = $1 and module = $2 and event_id = $3 returning module, event_id, event_name)
        {RecordSql}
        """;

    private const string DropSql =
        $"""
        with acted as (
            delete from kernel.parked_events where province_id = $1 and module = $2 and event_id = $3 returning module, event_id, event_name)
        {RecordSql}
        """;

    /// <summary>How far each module has come in a province.</summary>
    public async Task<IReadOnlyList<EventQueue>> ReadAsync(ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = Command(QueuesSql, province);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var queues = new List<EventQueue>();
        while (await reader.ReadAsync(cancellationToken))
            queues.Add(new EventQueue(reader.GetString(0), reader.GetInt64(2), reader.GetFieldValue<DateTimeOffset>(1)));
        return queues;
    }

    /// <summary>What lies before a module that listens to these events, also where it is disabled.</summary>
    public async Task<EventBacklog> CountAsync(ProvinceId province, string module, string[] eventNames, CancellationToken cancellationToken)
    {
        await using var command = Command(BacklogSql, province);
        command.Parameters.Add(new NpgsqlParameter { Value = module });
        command.Parameters.Add(new NpgsqlParameter { Value = eventNames });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new EventBacklog(reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>The parked events of a province, the oldest first.</summary>
    public async Task<IReadOnlyList<ParkedEvent>> ReadParkedAsync(ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = Command(ParkedSql, province);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var parked = new List<ParkedEvent>();
        while (await reader.ReadAsync(cancellationToken))
        {
            parked.Add(new ParkedEvent(
                reader.GetString(0),
                reader.GetGuid(1),
                reader.GetString(2),
                reader.GetInt32(3),
                reader.GetString(4),
                reader.GetString(5),
                reader.GetFieldValue<DateTimeOffset>(6),
                reader.GetBoolean(7)));
        }

        return parked;
    }

    /// <summary>Asks for another attempt at a parked event.</summary>
    /// <returns>Whether the event was parked.</returns>
    public async Task<bool> TryAgainAsync(ProvinceId province, string module, Guid eventId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSources.Of(province).OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(AskAgainSql)
        {
            Parameters = { new() { Value = province.Value }, new() { Value = module }, new() { Value = eventId } },
        });
        batch.BatchCommands.Add(CommitStatements.Notify(province));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return batch.BatchCommands[0].RecordsAffected == 1;
    }

    /// <summary>Asks for another attempt at a parked event, and writes into the history who did and why.</summary>
    /// <returns>Whether the event was parked.</returns>
    public Task<bool> RetryAsync(ProvinceId province, string module, Guid eventId, ICurrentAccess by, string reason, CancellationToken cancellationToken) =>
        ActAsync(RetrySql, "CHANGED", province, module, eventId, by, reason, cancellationToken);

    /// <summary>Gives a parked event up: the module never hears of it. Who did so and why stands in the history.</summary>
    /// <returns>Whether the event was parked.</returns>
    public Task<bool> DropAsync(ProvinceId province, string module, Guid eventId, ICurrentAccess by, string reason, CancellationToken cancellationToken) =>
        ActAsync(DropSql, "DELETED", province, module, eventId, by, reason, cancellationToken);

    private async Task<bool> ActAsync(
        string sql, string action, ProvinceId province, string module, Guid eventId, ICurrentAccess by, string reason, CancellationToken cancellationToken)
    {
        await using var connection = await dataSources.Of(province).OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                CommitStatements.Typed(province.Value, NpgsqlDbType.Smallint),
                CommitStatements.Typed(module, NpgsqlDbType.Text),
                CommitStatements.Typed(eventId, NpgsqlDbType.Uuid),
                CommitStatements.Typed(action, NpgsqlDbType.Text),
                CommitStatements.Typed(clock.GetUtcNow(), NpgsqlDbType.TimestampTz),
                CommitStatements.Typed(by.UserId, NpgsqlDbType.Uuid),
                CommitStatements.Typed(by.UserName, NpgsqlDbType.Text),
                CommitStatements.Typed(reason, NpgsqlDbType.Text),
            },
        });
        batch.BatchCommands.Add(CommitStatements.Notify(province));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return batch.BatchCommands[0].RecordsAffected == 1;
    }

    private NpgsqlCommand Command(string sql, ProvinceId province)
    {
        var command = dataSources.Of(province).CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = province.Value });
        return command;
    }
}
