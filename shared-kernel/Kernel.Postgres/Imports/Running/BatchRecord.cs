using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>Writes the row of a batch while it runs and when it is over.</summary>
internal static class BatchRecord
{
    /// <summary>What the identifier of the batch belongs to already.</summary>
    public static async Task<KnownBatch> FindKnownAsync(
        ImportRun run, ImportRequest request, byte[] contentHash, CancellationToken cancellationToken)
    {
        await using var command = run.CreateCommand(
            """
            select format = @format and mode = @mode and content_hash = @content_hash and user_id is not distinct from @user_id
            from kernel.import_batches where province_id = @province and id = @batch
            """);
        Add(command, "format", NpgsqlDbType.Text, request.Format);
        Add(command, "mode", NpgsqlDbType.Text, EnumText.Of(request.Mode));
        Add(command, "content_hash", NpgsqlDbType.Bytea, contentHash);
        return await command.ExecuteScalarAsync(cancellationToken) switch
        {
            true => KnownBatch.SameRequest,
            false => KnownBatch.AnotherRequest,
            _ => KnownBatch.None,
        };
    }

    /// <summary>Begins the batch, unless the same content is being applied by another one.</summary>
    public static async Task<bool> TryBeginAsync(
        ImportRun run, string moduleId, ImportRequest request, byte[] contentHash, CancellationToken cancellationToken)
    {
        await using var command = run.CreateCommand(
            """
            update kernel.import_batches set state = 'INTERRUPTED', finished_at = @now
            where province_id = @province and state = 'RUNNING' and alive_at < now() - interval '1 minute';
            insert into kernel.import_batches (
                province_id, id, module, format, mode, state, file_name, file_bytes, content_hash,
                user_id, user_name, started_at, alive_at, stage, progress)
            values (
                @province, @batch, @module, @format, @mode, 'RUNNING', @file_name, @file_bytes, @content_hash,
                @user_id, @user_name, @now, now(), 'READING', 0)
            on conflict do nothing
            returning true
            """);
        Add(command, "module", NpgsqlDbType.Text, moduleId);
        Add(command, "format", NpgsqlDbType.Text, request.Format);
        Add(command, "mode", NpgsqlDbType.Text, EnumText.Of(request.Mode));
        Add(command, "file_name", NpgsqlDbType.Text, request.Content.Name);
        Add(command, "file_bytes", NpgsqlDbType.Bigint, request.Content.Bytes);
        Add(command, "content_hash", NpgsqlDbType.Bytea, contentHash);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Whether the province has the module enabled; what a disabled one holds is neither shown nor changed.</summary>
    public static async Task<bool> IsModuleEnabledAsync(ImportRun run, string moduleId, CancellationToken cancellationToken)
    {
        await using var command = run.CreateCommand(
            "select exists (select from kernel.province_modules where province_id = @province and module = @module and enabled)");
        Add(command, "module", NpgsqlDbType.Text, moduleId);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The latest batch by which all rows of this content stand in the register, or null.</summary>
    public static async Task<Guid?> FindAppliedAsync(ImportRun run, string format, byte[] contentHash, CancellationToken cancellationToken)
    {
        await using var command = run.CreateCommand(
            """
            select id from kernel.import_batches
            where province_id = @province and format = @format and content_hash = @content_hash
              and state = 'APPLIED' and rows_applied + rows_applied_before = rows_read
            order by started_at desc limit 1
            """);
        Add(command, "format", NpgsqlDbType.Text, format);
        Add(command, "content_hash", NpgsqlDbType.Bytea, contentHash);
        return await command.ExecuteScalarAsync(cancellationToken) as Guid?;
    }

    /// <summary>Says that the batch still runs, and how far it is.</summary>
    public static async Task KeepAliveAsync(NpgsqlConnection connection, ImportRun run, ImportProgress progress, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update kernel.import_batches set alive_at = now(), stage = $3, progress = $4, rows_read = greatest(rows_read, $5)
            where province_id = $1 and id = $2 and state = 'RUNNING'
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = run.Province.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = run.BatchId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = EnumText.Of(progress.Stage) });
        command.Parameters.Add(new NpgsqlParameter<float> { TypedValue = (float)progress.Overall });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = progress.Rows });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Ends the batch with its figures, inside the transaction that holds <c>staged</c>.</summary>
    public static async Task FinishAsync(
        ImportRun run, ImportState state, BatchFigures figures, Problem? problem, CancellationToken cancellationToken)
    {
        await using var command = run.CreateCommand(
            """
            update kernel.import_batches set
                state = @state, stage = 'DONE', progress = 1, finished_at = clock_timestamp(), alive_at = now(),
                rows_read = @rows_read, rows_with_errors = @rows_with_errors, rows_with_warnings = @rows_with_warnings,
                rows_applied = @rows_applied, rows_applied_before = @rows_applied_before, verdicts = @verdicts,
                unknown_headers = @unknown_headers,
                problem_code = @problem_code, problem_vietnamese = @problem_vietnamese, problem_english = @problem_english
            where province_id = @province and id = @batch
            """);
        Add(command, "state", NpgsqlDbType.Text, EnumText.Of(state));
        Add(command, "rows_read", NpgsqlDbType.Integer, figures.Read);
        Add(command, "rows_with_errors", NpgsqlDbType.Integer, figures.WithErrors);
        Add(command, "rows_with_warnings", NpgsqlDbType.Integer, figures.WithWarnings);
        Add(command, "rows_applied", NpgsqlDbType.Integer, figures.Applied);
        Add(command, "rows_applied_before", NpgsqlDbType.Integer, figures.AppliedBefore);
        Add(command, "verdicts", NpgsqlDbType.Integer, figures.Verdicts);
        Add(command, "unknown_headers", NpgsqlDbType.Array | NpgsqlDbType.Text, figures.UnknownHeaders);
        Add(command, "problem_code", NpgsqlDbType.Text, problem?.Code);
        Add(command, "problem_vietnamese", NpgsqlDbType.Text, problem?.Message(Language.Vietnamese));
        Add(command, "problem_english", NpgsqlDbType.Text, problem?.Message(Language.English));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Add(NpgsqlCommand command, string name, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
}

/// <summary>What the identifier of a batch belongs to.</summary>
internal enum KnownBatch
{
    None,
    SameRequest,
    AnotherRequest,
}

/// <summary>The figures of a batch.</summary>
internal sealed record BatchFigures
{
    public static readonly BatchFigures None = new();

    public int Read { get; init; }

    public int WithErrors { get; init; }

    public int WithWarnings { get; init; }

    public int Applied { get; init; }

    public int AppliedBefore { get; init; }

    public int Verdicts { get; init; }

    public string[] UnknownHeaders { get; init; } = [];
}
