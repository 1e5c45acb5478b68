using Modular.Kernel.Postgres.Imports.Running;
using Modular.Kernel.Results;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>Takes what an import applied out of the register again, as long as nothing has been built on it.</summary>
public sealed class ImportUndo
{
    private readonly ImportCatalog catalog;
    private readonly ImportBatchReader batches;
    private readonly ImportSessions sessions;

    internal ImportUndo(ImportCatalog catalog, ImportBatchReader batches, ImportSessions sessions)
    {
        this.catalog = catalog;
        this.batches = batches;
        this.sessions = sessions;
    }

    /// <summary>Undoes a batch; the history of edits keeps that its objects were there.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="reason">Why, for the history of edits.</param>
    /// <param name="cancellationToken">Stops it; nothing is undone then.</param>
    public async Task<Result<ImportBatch>> RunAsync(Guid batchId, string? reason, CancellationToken cancellationToken)
    {
        var batch = await batches.FindAsync(batchId, cancellationToken);
        if (batch is null || catalog.Find(batch.Format) is not { } format || !MayUndo(batch, format))
            return new NotFound("ImportBatch");

        Problem? problem = null;
        var stated = reason ?? $"undo: {batch.FileName}";
        await sessions.TransactAsync(
            format.ModuleId,
            batchId,
            stated,
            async run => (problem = await UndoAsync(run, format, batch, stated, cancellationToken)) is null,
            cancellationToken);
        if (problem is not null)
            return problem;
        return (await batches.FindAsync(batchId, cancellationToken))!;
    }

    private bool MayUndo(ImportBatch batch, RegisteredFormat format)
    {
        var scope = sessions.Access.ScopeOf(format.Permission);
        return scope.CoversProvince || (!scope.IsEmpty && batch.UserId is not null && batch.UserId == sessions.Access.UserId);
    }

    private static async Task<Problem?> UndoAsync(
        ImportRun run, RegisteredFormat format, ImportBatch batch, string reason, CancellationToken cancellationToken)
    {
        if (await MarkUndoneAsync(run, reason, cancellationToken) == 0)
            return new ImportIsNotApplied(batch.State);

        await run.ExecuteAsync(
            """
            create temporary table undone (row_number integer not null, id uuid primary key) on commit drop;
            insert into undone select row_number, object_id from kernel.import_rows where province_id = @province and batch_id = @batch;
            analyze undone;
            """,
            cancellationToken);
        if (await CountChangedAsync(run, format.Definition, cancellationToken) is > 0 and var changed)
            return new ImportedRowsWereChanged(changed);
        if (await IsUsedElsewhereAsync(run, format.Definition, cancellationToken))
            return new ImportedRowsAreInUse();
        try
        {
            await TakeOutAsync(run, format, reason, cancellationToken);
            return null;
        }
        catch (PostgresException inUse) when (inUse.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return new ImportedRowsAreInUse();
        }
    }

    private static async Task<int> MarkUndoneAsync(ImportRun run, string reason, CancellationToken cancellationToken)
    {
        await using var command = run.CreateCommand(
            """
            update kernel.import_batches
            set state = 'UNDONE', undone_at = @now, undone_by = @user_id, undone_by_name = @user_name, undone_because = @reason
            where province_id = @province and id = @batch and state = 'APPLIED'
            """);
        command.Parameters.Add(new NpgsqlParameter<string>("reason", NpgsqlDbType.Text) { TypedValue = reason });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whatever was edited after it was made counts as changed; what else does, the format says.</summary>
    private static async Task<int> CountChangedAsync(ImportRun run, ImportDefinition definition, CancellationToken cancellationToken)
    {
        var queries = definition.ChangedSinceQueries.Select(query => $"select * from ({query}) as changed (id)").Append(
            """
            select undone.id
            from undone join kernel.edits as edit on edit.province_id = @province and edit.entity_id = undone.id
            where edit.entity = any (@entities) and edit.action <> 'CREATED'
            """);
        await using var command = run.CreateCommand(
            $"select count(distinct changed.id)::integer from ({string.Join(" union all ", queries)}) as changed (id)");
        command.Parameters.Add(new NpgsqlParameter<string[]>("entities", [.. definition.Created.Select(rows => rows.Entity)]));
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<bool> IsUsedElsewhereAsync(ImportRun run, ImportDefinition definition, CancellationToken cancellationToken)
    {
        if (definition.UsesElsewhere.Count == 0)
            return false;
        var made = new List<Guid>();
        await using (var command = run.CreateCommand("select id from undone"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                made.Add(reader.GetGuid(0));
        }

        foreach (var find in definition.UsesElsewhere)
        {
            if ((await find(run, made, cancellationToken)).Count > 0)
                return true;
        }

        return false;
    }

    private static async Task TakeOutAsync(ImportRun run, RegisteredFormat format, string reason, CancellationToken cancellationToken)
    {
        foreach (var rows in format.Definition.Created)
        {
            var sql = await EditsOfRows.StatementAsync(run, rows, "undone", "DELETED", cancellationToken);
            await using var command = run.CreateCommand(sql);
            command.Parameters.Add(new NpgsqlParameter<string>("module", NpgsqlDbType.Text) { TypedValue = format.ModuleId });
            command.Parameters.Add(new NpgsqlParameter<string>("reason", NpgsqlDbType.Text) { TypedValue = reason });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var raised in format.Definition.EventsOfUndoing)
            await EventsOfRun.RaiseAsync(run, format.ModuleId, raised, cancellationToken);
        foreach (var step in format.Definition.Undoings)
            await step.RunAsync(run, cancellationToken);
        await WorkItemsOfRun.ReconcileAsync(run, format.ModuleId, cancellationToken);
        await run.ExecuteAsync("set constraints all immediate", cancellationToken);
    }
}
