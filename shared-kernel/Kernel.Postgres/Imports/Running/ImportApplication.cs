using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>Turns accepted rows into rows of the register, with history and events.</summary>
internal sealed class ImportApplication(ImportRun run, string moduleId, ImportDefinition definition, string reason)
{
    private const string KeepRows =
        """
        insert into kernel.import_rows (province_id, batch_id, row_number, object_id)
        select @province, @batch, row_number, id from accepted
        """;

    /// <summary>How many statements <see cref="RunAsync"/> is about, for the progress.</summary>
    public int Count => definition.Applications.Count + definition.Created.Count + definition.Events.Count + 1;

    /// <returns>How many rows were applied.</returns>
    public async Task<int> RunAsync(Action finished, CancellationToken cancellationToken)
    {
        foreach (var step in definition.Applications)
        {
            await step.RunAsync(run, cancellationToken);
            finished();
        }

        foreach (var rows in definition.Created)
        {
            await ExecuteAsync(await EditsOfRows.StatementAsync(run, rows, "accepted", "CREATED", cancellationToken), cancellationToken);
            finished();
        }

        foreach (var raised in definition.Events)
        {
            await EventsOfRun.RaiseAsync(run, moduleId, raised, cancellationToken);
            finished();
        }

        await WorkItemsOfRun.ReconcileAsync(run, moduleId, cancellationToken);

        return await run.ExecuteAsync(KeepRows, cancellationToken);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql)
    {
        var command = run.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string>("module", NpgsqlDbType.Text) { TypedValue = moduleId });
        command.Parameters.Add(new NpgsqlParameter<string>("reason", NpgsqlDbType.Text) { TypedValue = reason });
        return command;
    }
}
