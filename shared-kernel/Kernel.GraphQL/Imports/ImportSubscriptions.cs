using System.Runtime.CompilerServices;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.Imports;

/// <summary>How far an import has come (tiến độ nhập dữ liệu).</summary>
/// <param name="Id">The import.</param>
/// <param name="State">What has become of it; null as long as no import of this id has begun, or none that you may see.</param>
/// <param name="Stage">What it is doing.</param>
/// <param name="Progress">How much of it is done, from 0 to 1.</param>
/// <param name="RowsRead">The rows that were read so far.</param>
/// <param name="BatchId">The import with its figures and verdicts; they are complete once it is no longer `RUNNING`.</param>
[GraphQLName("ImportProgress")]
[Classified(DataClass.Internal)]
internal sealed record ImportProgressView(
    Guid Id, ImportState? State, ImportStage? Stage, double Progress, int RowsRead, [property: References("ImportBatch")] Guid? BatchId);

[SubscriptionType]
internal static class ImportSubscriptions
{
    private const string Channel = "modular_imports";
    private static readonly TimeSpan LongestWaitForBegin = TimeSpan.FromMinutes(10);

    // An import says every second that it lives; one whose host has died is taken for interrupted after a minute, which nobody announces.
    private static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Follows an import: how far it is now, then every step, until it is over. It may be asked for before the import begins, with the `batchId` that `importFile` is going
    /// to be given.
    /// </summary>
    /// <param name="step">The import as it stands.</param>
    /// <param name="batchId">The import.</param>
    /// <param name="visible">Says whether the user may see it.</param>
    /// <param name="request">Ends the subscription where the user may not any more.</param>
    [Public("Whoever may see the import sees its progress; to others it is an import that never begins.")]
    [Subscribe(With = nameof(StepsAsync))]
    public static ImportProgressView ImportProgress(
        [EventMessage] ImportStep step, Guid batchId, ImportVisibility visible, RequestContext request)
    {
        if (step.Batch is not { } batch)
            return new ImportProgressView(batchId, State: null, Stage: null, Progress: 0, RowsRead: 0, BatchId: null);
        if (!visible.Shows(batch))
        {
            request.EndsSubscription = true;
            throw NotFound();
        }

        return new ImportProgressView(batchId, batch.State, batch.Stage, batch.Progress, batch.RowsRead, batch.Id);
    }

    private static async IAsyncEnumerable<ImportStep> StepsAsync(
        Guid batchId,
        ImportBatchReader batches,
        ImportVisibility visible,
        DatabaseFeeds feeds,
        ICurrentProvince province,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Listening begins before the first look, so that nothing that happens in between is missed.
        using var feed = feeds.Open(Channel, $"{province.Province.Id}:{batchId}", LookAfter);
        var begun = clock.GetTimestamp();
        ImportStep? last = null;
        while (true)
        {
            var batch = await batches.FindAsync(batchId, cancellationToken);
            var step = new ImportStep(batch is not null && visible.Shows(batch) ? batch : null);
            if (step.Batch is null && clock.GetElapsedTime(begun) > LongestWaitForBegin)
                throw NotFound();
            if (!step.IsSameAs(last))
                yield return step;
            if (step.IsOver)
                yield break;
            last = step;
            await feed.NextAsync(cancellationToken);
        }
    }

    private static GraphQLException NotFound() => new("There is no such import, or you may not see it.", KernelErrorCodes.NotFound);
}

/// <summary>An import as it stands at a moment.</summary>
/// <param name="Batch">The import; null where there is none that the subscriber may see.</param>
internal sealed record ImportStep(ImportBatch? Batch)
{
    /// <summary>Whether nothing more happens to it.</summary>
    public bool IsOver => Batch is { State: not ImportState.Running };

    /// <summary>Whether nothing has happened since another look.</summary>
    public bool IsSameAs(ImportStep? other) =>
        other is not null
        && (Batch?.State, Batch?.Stage, Batch?.Progress, Batch?.RowsRead)
            == (other.Batch?.State, other.Batch?.Stage, other.Batch?.Progress, other.Batch?.RowsRead);
}
