using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Imports.Files;
using Modular.Kernel.Postgres.Imports.Running;
using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>
/// Takes files in, in the province and with the access of the current scope. One import is one transaction: its rows are read, checked and
/// applied, or nothing is.
/// </summary>
public sealed class FileImports
{
    private const int RowsAtOnce = 20_000;

    // Fewer do not change how tables are best read, whatever a row of theirs brings along.
    private const int ManyRows = 200;

    private readonly ImportCatalog catalog;
    private readonly ImportBatchReader batches;
    private readonly ImportSessions sessions;
    private readonly ImportTurns turns;
    private readonly ImportLimits limits;
    private readonly ILogger<FileImports> log;

    internal FileImports(
        ImportCatalog catalog,
        ImportBatchReader batches,
        ImportSessions sessions,
        ImportTurns turns,
        ImportLimits limits,
        ILogger<FileImports> log)
    {
        this.catalog = catalog;
        this.batches = batches;
        this.sessions = sessions;
        this.turns = turns;
        this.limits = limits;
        this.log = log;
    }

    /// <summary>
    /// Runs an import to its end. Content that an earlier import has applied completely, and that was not undone, is not applied again:
    /// the answer is that earlier batch. Of content that was applied in part, the rows that are still missing are applied. A request whose batch there is
    /// already, because it is a retry, is answered with that batch as it stands.
    /// </summary>
    /// <returns>The batch in its final state, also where the file was unreadable; problems only where no batch could begin.</returns>
    /// <param name="request">What to import.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Stops the import; nothing is applied then, and the batch says that it was interrupted.</param>
    public async Task<Result<ImportBatch>> RunAsync(
        ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (Check(request) is { } refusal)
            return refusal;
        var format = catalog.Find(request.Format)!;
        var hash = await request.Content.HashAsync(cancellationToken);
        var record = await sessions.OpenAsync(request.BatchId, cancellationToken);
        await using var connection = record.Connection;
        if (!await BatchRecord.IsModuleEnabledAsync(record, format.ModuleId, cancellationToken))
            return new ImportFormatIsUnknown(request.Format);
        var known = await BatchRecord.FindKnownAsync(record, request, hash, cancellationToken);
        if (known != KnownBatch.None)
            return known == KnownBatch.SameRequest ? (await batches.FindAsync(request.BatchId, cancellationToken))! : new ImportIdIsTaken();
        if (request.Mode != ImportMode.DryRun
            && !format.Definition.Format.IsRepeatable
            && await BatchRecord.FindAppliedAsync(record, request.Format, hash, cancellationToken) is { } earlier)
            return (await batches.FindAsync(earlier, cancellationToken))!;
        if (!await BatchRecord.TryBeginAsync(record, format.ModuleId, request, hash, cancellationToken))
            return new SameImportIsRunning();

        await using (var heartbeat = new ImportHeartbeat(record, sessions.DataSources, progress, sessions.Clock))
        {
            var attempt = new ImportAttempt(format, request, hash, limits, heartbeat);
            await RunBatchAsync(attempt, record, cancellationToken);
            if (attempt.RowsApplied >= ManyRows)
                await GrownTables.AnalyzeAsync(record.Connection, log, CancellationToken.None);
        }

        return (await batches.FindAsync(request.BatchId, CancellationToken.None))!;
    }

    /// <summary>What keeps a request from becoming a batch, before any of the file is read.</summary>
    public Problem? Check(ImportRequest request)
    {
        if (catalog.Find(request.Format) is not { } format || !format.IsOpenTo(sessions.Access))
            return new ImportFormatIsUnknown(request.Format);
        return request.Content.Bytes > limits.FileBytes
            ? new ImportFileIsTooLarge(request.Content.Bytes.Value, limits.FileBytes)
            : null;
    }

    /// <summary>Runs the attempt, and writes over <paramref name="record"/> how it ended where its own transaction is rolled back.</summary>
    private async Task RunBatchAsync(ImportAttempt attempt, ImportRun record, CancellationToken cancellationToken)
    {
        try
        {
            using var turn = await turns.TakeAsync(cancellationToken);
            await sessions.TransactAsync(
                attempt.ModuleId,
                record.BatchId,
                attempt.Reason,
                async run =>
                {
                    await attempt.RunAsync(run, sessions.Clock, RowsAtOnce, cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (UnreadableFileException unreadable)
        {
            await BatchRecord.FinishAsync(record, ImportState.Failed, BatchFigures.None, unreadable.Problem, CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await BatchRecord.FinishAsync(record, ImportState.Interrupted, BatchFigures.None, problem: null, CancellationToken.None);
            throw;
        }
        catch (Exception failure)
        {
            // The batch says that it failed; the operator reads why. Rows stay out of the log: the database's errors carry no details.
            log.LogError(failure, "Import {Batch} of module {Module} failed.", record.BatchId, attempt.ModuleId);
            await BatchRecord.FinishAsync(record, ImportState.Failed, BatchFigures.None, new ImportFailed(), CancellationToken.None);
        }
    }
}
