using System.Text;
using Modular.Kernel.Postgres.Imports.Columns;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>The temporary tables of one import: rows on their way, and what is said about them. They go with the transaction.</summary>
internal sealed class StagedTable(NpgsqlConnection connection, ImportDefinition definition)
{
    private readonly string copyRows = CopySql(definition);

    private const string CopyVerdicts =
        """
        copy staged_verdicts (row_number, column_name, severity, code, vietnamese, english, rule_id, rule_instrument)
        from stdin (format binary)
        """;

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        var sql = new StringBuilder(
            """
            set local work_mem = '64MB';
            create temporary table staged (row_number integer not null, id uuid not null, faulty boolean not null default false
            """);
        foreach (var column in definition.Staged)
            sql.Append(", ").Append(column.Name).Append(' ').Append(column.SqlType);
        sql.Append(
            """
            ) on commit drop;
            create temporary table staged_verdicts (
                row_number integer not null, column_name text, severity text not null, code text not null,
                vietnamese text not null, english text not null, rule_id text, rule_instrument text) on commit drop;
            create temporary view accepted as select * from staged where not faulty;
            """);
        await ExecuteAsync(sql.ToString(), cancellationToken);
    }

    /// <summary>Copies some rows in, and what their cells were found to lack.</summary>
    public async Task CopyAsync(IEnumerable<StagedRow> rows, List<RowVerdict> verdicts, CancellationToken cancellationToken)
    {
        await using (var copy = await connection.BeginBinaryImportAsync(copyRows, cancellationToken))
        {
            foreach (var row in rows)
                await WriteAsync(copy, row, verdicts, cancellationToken);
            await copy.CompleteAsync(cancellationToken);
        }

        if (verdicts.Count == 0)
            return;
        await using (var copy = await connection.BeginBinaryImportAsync(CopyVerdicts, cancellationToken))
        {
            foreach (var verdict in verdicts)
                await WriteAsync(copy, verdict, cancellationToken);
            await copy.CompleteAsync(cancellationToken);
        }

        verdicts.Clear();
    }

    /// <summary>Makes the rows known to the planner; to be called when all are in.</summary>
    public Task CompleteAsync(CancellationToken cancellationToken) =>
        ExecuteAsync("alter table staged add primary key (row_number); create index on staged (id); analyze staged", cancellationToken);

    private async Task WriteAsync(
        NpgsqlBinaryImporter copy, StagedRow row, List<RowVerdict> verdicts, CancellationToken cancellationToken)
    {
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(row.Number, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid, cancellationToken);
        for (var index = 0; index < row.Width; index++)
        {
            if (row.Value(index) is { } value)
                await copy.WriteAsync(value, definition.Staged[index].Copied!.Value, cancellationToken);
            else
                await copy.WriteNullAsync(cancellationToken);
        }

        foreach (var verdict in row.Verdicts)
            verdicts.Add(new RowVerdict(row.Number, verdict));
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, RowVerdict verdict, CancellationToken cancellationToken)
    {
        var problem = verdict.Cell.Problem;
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(verdict.Row, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(verdict.Cell.Column, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(verdict.Cell.Severity == ImportSeverity.Error ? "ERROR" : "WARNING", NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(problem.Code, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(problem.Message(Results.Language.Vietnamese), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(problem.Message(Results.Language.English), NpgsqlDbType.Text, cancellationToken);
        await WriteTextAsync(copy, problem.Rule?.Id, cancellationToken);
        await WriteTextAsync(copy, problem.Rule?.Instrument, cancellationToken);
    }

    private static Task WriteTextAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancellationToken) =>
        text is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);

    private static string CopySql(ImportDefinition definition)
    {
        var names = definition.Staged.Where(column => column.Copied is not null).Select(column => column.Name);
        return $"copy staged ({string.Join(", ", ["row_number", "id", .. names])}) from stdin (format binary)";
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>What is wrong with a cell of a row.</summary>
internal readonly record struct RowVerdict(int Row, CellVerdict Cell);
