using Modular.Kernel.Postgres.Writing;
using Npgsql;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>Publishes what a format tells other modules, in the transaction of the import or of its undoing.</summary>
internal static class EventsOfRun
{
    public static async Task RaiseAsync(ImportRun run, string moduleId, RaisedEvents raised, CancellationToken cancellationToken)
    {
        await using var command = run.CreateCommand(
            $"""
            insert into kernel.outbox (province_id, generation, event_id, module, event_name, payload, occurred_at)
            select @province, (select generation from kernel.outbox_generation), kernel.time_ordered_uuid(), @module, @event, raised.payload, @now
            from ({raised.Sql}) as raised (payload)
            """);
        command.Parameters.Add(new NpgsqlParameter<string>("module", moduleId));
        command.Parameters.Add(new NpgsqlParameter<string>("event", raised.EventName));
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
            return;
        await using var notice = new NpgsqlCommand("select pg_notify($1, $2)", run.Connection);
        notice.Parameters.Add(new NpgsqlParameter<string> { TypedValue = CommitStatements.OutboxChannel });
        notice.Parameters.Add(new NpgsqlParameter<string> { TypedValue = run.Province.ToString() });
        await notice.ExecuteNonQueryAsync(cancellationToken);
    }
}
