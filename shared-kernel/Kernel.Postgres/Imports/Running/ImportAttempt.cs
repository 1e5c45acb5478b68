using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>Reads, checks and applies one file inside one transaction.</summary>
internal sealed class ImportAttempt(
    RegisteredFormat format, ImportRequest request, byte[] hash, ImportLimits limits, ImportHeartbeat heartbeat)
{
    private readonly ImportDefinition definition = format.Definition;
    private BatchFigures figures = BatchFigures.None;

    public string ModuleId => format.ModuleId;

    /// <summary>What stands in the history of edits beside every object that the import makes.</summary>
    public string Reason => $"import: {request.Content.Name}";

    /// <summary>How many rows it applied, should its transaction be committed.</summary>
    public int RowsApplied => figures.Applied;

    public async Task RunAsync(ImportRun run, TimeProvider clock, int rowsAtOnce, CancellationToken cancellationToken)
    {
        await ReadAsync(run, clock, rowsAtOnce, cancellationToken);
        await CheckAsync(run, cancellationToken);
        await KeepVerdictsAsync(run, cancellationToken);
        if (request.Mode == ImportMode.DryRun)
            await BatchRecord.FinishAsync(run, ImportState.Checked, figures, problem: null, cancellationToken);
        else if (request.Mode == ImportMode.AllOrNothing && figures.WithErrors > 0)
            await BatchRecord.FinishAsync(run, ImportState.Refused, figures, problem: null, cancellationToken);
        else
            await ApplyAsync(run, cancellationToken);
    }

    private async Task ReadAsync(ImportRun run, TimeProvider clock, int rowsAtOnce, CancellationToken cancellationToken)
    {
        var table = new StagedTable(run.Connection, definition);
        await table.CreateAsync(cancellationToken);
        using var rows = StagedRows.Open(request.Content, definition, limits, run.Today, clock);
        var verdicts = new List<RowVerdict>();
        int before;
        do
        {
            before = rows.Count;
            await table.CopyAsync(rows.Take(rowsAtOnce), verdicts, cancellationToken);
            heartbeat.Report(ImportStage.Reading, rows.Count, rows.Progress);
        }
        while (rows.Count - before == rowsAtOnce);

        await table.CompleteAsync(cancellationToken);
        figures = figures with
        {
            Read = rows.Count,
            UnknownHeaders = [.. rows.UnknownHeaders],
            AppliedBefore = definition.Format.IsRepeatable ? 0 : await LeaveOutAppliedRowsAsync(run, cancellationToken),
        };
    }

    private async Task<int> LeaveOutAppliedRowsAsync(ImportRun run, CancellationToken cancellationToken)
    {
        await using var command = run.CreateCommand(
            """
            with applied as (
                select row.row_number
                from kernel.import_batches as batch
                join kernel.import_rows as row on row.province_id = batch.province_id and row.batch_id = batch.id
                where batch.province_id = @province and batch.format = @format and batch.content_hash = @content_hash and batch.state = 'APPLIED'
            ), unsaid as (
                delete from staged_verdicts using applied where staged_verdicts.row_number = applied.row_number
            )
            delete from staged using applied where staged.row_number = applied.row_number
            """);
        command.Parameters.Add(new NpgsqlParameter<string>("format", NpgsqlDbType.Text) { TypedValue = format.Id });
        command.Parameters.Add(new NpgsqlParameter<byte[]>("content_hash", NpgsqlDbType.Bytea) { TypedValue = hash });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var checks = new ImportChecks(run, definition);
        await checks.RunAsync(Counting(ImportStage.Checking, checks.Count), cancellationToken);
        await using var command = run.CreateCommand(
            """
            select count(distinct row_number) filter (where staged.faulty), count(distinct row_number) filter (where not staged.faulty), count(*)
            from staged_verdicts join staged using (row_number)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        figures = figures with
        {
            WithErrors = (int)reader.GetInt64(0),
            WithWarnings = (int)reader.GetInt64(1),
            Verdicts = (int)reader.GetInt64(2),
        };
    }

    private async Task KeepVerdictsAsync(ImportRun run, CancellationToken cancellationToken)
    {
        if (figures.Verdicts == 0)
            return;
        await using var command = run.CreateCommand(
            """
            insert into kernel.import_verdicts (
                province_id, id, batch_id, position, row_number, column_name, severity, code, vietnamese, english, rule_id, rule_instrument)
            select @province, kernel.time_ordered_uuid(), @batch, position, row_number, column_name, severity, code, vietnamese, english, rule_id, rule_instrument
            from (
                select *, row_number() over (order by row_number, severity, column_name, code) as position from staged_verdicts
            ) as verdict
            where position <= @most
            """);
        command.Parameters.Add(new NpgsqlParameter<int>("most", NpgsqlDbType.Integer) { TypedValue = limits.Verdicts });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ApplyAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var application = new ImportApplication(run, format.ModuleId, definition, Reason);
        await run.ExecuteAsync("savepoint before_applying", cancellationToken);
        try
        {
            var applied = await application.RunAsync(Counting(ImportStage.Applying, application.Count), cancellationToken);
            await run.ExecuteAsync("set constraints all immediate", cancellationToken);
            figures = figures with { Applied = applied };
            await BatchRecord.FinishAsync(run, ImportState.Applied, figures, problem: null, cancellationToken);
        }
        catch (PostgresException clash) when (clash.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            await run.ExecuteAsync("rollback to savepoint before_applying", cancellationToken);
            var problem = new ImportClashedWithTheRegister(clash.ConstraintName ?? clash.SqlState);
            await BatchRecord.FinishAsync(run, ImportState.Failed, figures, problem, cancellationToken);
        }
    }

    private Action Counting(ImportStage stage, int of)
    {
        var done = 0;
        return () => heartbeat.Report(stage, figures.Read, Math.Min(1, (double)++done / of));
    }
}
