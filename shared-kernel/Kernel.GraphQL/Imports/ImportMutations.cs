using Modular.GraphQL.AspNetCore.Uploads;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Imports;

[MutationType]
internal static class ImportMutations
{
    /// <summary>
    /// Takes a CSV or XLSX file in: a dry run, all rows or none, or the good rows only. What is not over within some seconds goes on by itself: ask for
    /// `importBatch` until it is no longer `RUNNING`, or follow `importProgress`. The same file is never applied twice.
    /// </summary>
    [Public("Each format takes a permission of its own, which is asked before the file is looked at.")]
    [Error<ImportFormatIsUnknown>]
    [Error<ImportFileIsTooLarge>]
    [Error<SameImportIsRunning>]
    [Error<ImportIdIsTaken>]
    public static async Task<Result<ImportChange>> ImportFileAsync(
        ImportFileInput input, ImportJobs jobs, RequestContext request, ICurrentProvince province, ICurrentAccess access, CancellationToken cancellationToken)
    {
        var file = input.File.In(request);
        await using var content = file.OpenRead();
        var job = new ImportJob(input.Format, input.Mode, file.FileName, content, province.Province, access);
        var import = await jobs.StartAsync(input.BatchId is { } id ? job with { BatchId = id } : job, cancellationToken);
        if (await jobs.FollowAsync(import, cancellationToken) is not { } outcome)
            return new ImportChange(import.BatchId);
        return outcome.Succeeded ? new ImportChange(outcome.Value.Id) : outcome.Problems.ToList();
    }

    /// <summary>
    /// Takes what an import has applied out of the register again (hoàn tác), as long as nothing of it was changed since. The history of
    /// edits keeps that it was there.
    /// </summary>
    [Public("It takes the permission of the import's format, for one's own import or with the whole province as reach.")]
    [Error<ImportIsNotApplied>]
    [Error<ImportedRowsWereChanged>]
    [Error<ImportedRowsAreInUse>]
    public static async Task<Result<ImportChange>> UndoImportAsync(UndoImportInput input, ImportUndo undo, CancellationToken cancellationToken)
    {
        var undone = await undo.RunAsync(input.BatchId, input.Reason, cancellationToken);
        return undone.Succeeded ? new ImportChange(undone.Value.Id) : undone.Problems.ToList();
    }
}

/// <summary>Takes a file in.</summary>
/// <param name="Format">What it holds: an id of `importFormats`.</param>
/// <param name="File">The file, as a part of a multipart request.</param>
/// <param name="Mode">What is done with its rows.</param>
/// <param name="BatchId">
/// An identifier of your own for the import, so that you can follow it by `importProgress` before this is answered, and send it again without a second import. Make a new
/// one for each import (UUID version 7 or 4).
/// </param>
internal sealed record ImportFileInput(string Format, Upload File, ImportMode Mode = ImportMode.DryRun, Guid? BatchId = null);

/// <summary>Takes what an import has applied out of the register again.</summary>
/// <param name="BatchId">The import.</param>
/// <param name="Reason">Why, for the history of edits.</param>
internal sealed record UndoImportInput(Guid BatchId, string? Reason = null);

/// <summary>What a payload shows of an import.</summary>
/// <param name="BatchId">The import.</param>
internal sealed record ImportChange([property: References("ImportBatch")] Guid BatchId);
