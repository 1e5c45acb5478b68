using Microsoft.Extensions.Logging;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Imports.Files;
using Modular.Kernel.Postgres.Imports.Running;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Npgsql;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>
/// Takes files in, in the province and with the access of the current scope. One import is one transaction: its rows are read, checked and
/// applied, or nothing is.
/// </summary>
public sealed class FileImports(
    ImportCatalog catalog,
    ImportBatchReader batches,
    ProvinceDataSources dataSources,
    ICurrentProvince province,
    ICurrentAccess access,
    ImportLimits limits,
    TimeProvider clock,
    IServiceProvider services,
    ILogger<FileImports> log)
{
    private const int RowsAtOnce = 20_000;

    /// <summary>
    /// Runs an import to its end. Content that an earlier import has applied completely, and that was not undone, is not applied again:
    /// the answer is that earlier batch. Of content that was applied in part, the rows that are still missing are applied.
    /// </summary>
    /// <returns>The batch in its final state, also where the file was unreadable; problems only where no batch could begin.</returns>
    /// <param name="request">What to import.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Stops the import; nothing is applied then, and the batch says that it was interrupted.</param>
    public async Task<Result<ImportBatch>> RunAsync(
        ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (catalog.Find(request.Format) is not { } format)
            return new ImportFormatIsUnknown(request.Format, string.Join(", ", catalog.All.Select(known => known.Id)));
        if (request.Content.Bytes > limits.FileBytes)
            return new ImportFileIsTooLarge(request.Content.Bytes.Value, limits.FileBytes);
        if (!access.Holds(format.Permission))
            return new NotFound("ImportFormat");

        var hash = await request.Content.HashAsync(cancellationToken);
        await using var connection = await dataSources.Of(province.Province.Id).OpenConnectionAsync(cancellationToken);
        var run = Run(connection, request.BatchId);
        if (request.Mode != ImportMode.DryRun
            && await BatchRecord.FindAppliedAsync(run, request.Format, hash, cancellationToken) is { } earlier)
            return (await batches.FindAsync(earlier, cancellationToken))!;
        if (!await BatchRecord.TryBeginAsync(run, format.ModuleId, request, hash, cancellationToken))
            return new SameImportIsRunning();

        await RunBatchAsync(run, format, request, hash, progress, cancellationToken);
        return (await batches.FindAsync(request.BatchId, CancellationToken.None))!;
    }

    private ImportRun Run(NpgsqlConnection connection, Guid batchId) => new(connection, services)
    {
        Province = province.Province.Id,
        BatchId = batchId,
        Access = access,
        Now = clock.GetUtcNow(),
        Today = clock.Today(),
    };

    private async Task RunBatchAsync(
        ImportRun run,
        RegisteredFormat format,
        ImportRequest request,
        byte[] hash,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        await using var heartbeat = new ImportHeartbeat(run, dataSources, progress, clock);
        try
        {
            await using var transaction = await run.Connection.BeginTransactionAsync(cancellationToken);
            var attempt = new ImportAttempt(run, format, request, hash, limits, heartbeat);
            await attempt.RunAsync(transaction, clock, RowsAtOnce, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            heartbeat.Report(ImportStage.Done, attempt.Figures.Read, 1);
        }
        catch (UnreadableFileException unreadable)
        {
            await BatchRecord.FinishAsync(run, ImportState.Failed, BatchFigures.None, unreadable.Problem, CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await BatchRecord.FinishAsync(run, ImportState.Interrupted, BatchFigures.None, problem: null, CancellationToken.None);
            throw;
        }
        catch (Exception failure)
        {
            // The batch says that it failed; who called hears why. Details of rows stay out of the log (IncludeErrorDetail is off).
            log.LogError(failure, "Import {Batch} of {Format} failed.", run.BatchId, format.Id);
            await BatchRecord.FinishAsync(run, ImportState.Failed, BatchFigures.None, new ImportFailed(), CancellationToken.None);
        }
    }
}
