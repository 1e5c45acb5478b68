using System.Runtime.CompilerServices;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.Exports.Running;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>How far an export has come (tiến độ xuất dữ liệu).</summary>
/// <param name="State">What has become of it.</param>
/// <param name="RowsWritten">How many rows were written so far.</param>
/// <param name="ExportId">The export.</param>
[GraphQLName("ExportProgress")]
[Classified(DataClass.Internal)]
internal sealed record ExportProgressView(ExportState State, int RowsWritten, [property: References("Export")] Guid ExportId);

[SubscriptionType]
internal static class ExportSubscriptions
{
    // What changes without an announcement, an export whose host has died, is looked for in this time.
    private static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(30);

    /// <summary>Follows an export of one's own: how far it is now, then every step, until it is over.</summary>
    /// <param name="step">The export as it stands.</param>
    /// <param name="exportId">The export.</param>
    /// <param name="access">Whoever follows.</param>
    /// <param name="request">Ends the subscription where the user may not any more.</param>
    [Public("Whoever asked for the export follows it; to others it is one that is not there.")]
    [Subscribe(With = nameof(StepsAsync))]
    public static ExportProgressView ExportProgress(
        [EventMessage] ExportStep step, [ID("Export")] Guid exportId, ICurrentAccess access, RequestContext request)
    {
        if (step.UserId == access.UserId)
            return new ExportProgressView(step.State, step.RowsWritten, exportId);
        request.EndsSubscription = true;
        throw NotFound();
    }

    private static async IAsyncEnumerable<ExportStep> StepsAsync(
        [ID("Export")] Guid exportId,
        ExportStore exports,
        DatabaseFeeds feeds,
        ICurrentProvince province,
        ICurrentAccess access,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Listening begins before the first look, so that nothing that happens in between is missed.
        using var feed = feeds.Open(ExportStore.Channel, $"{province.Province.Id}:{exportId}", LookAfter);
        ExportStep? last = null;
        while (true)
        {
            if (await exports.FindStepAsync(province.Province.Id, exportId, cancellationToken) is not { } step || step.UserId != access.UserId)
                throw NotFound();
            if (step != last)
                yield return step;
            if (step.State is not (ExportState.AwaitingApproval or ExportState.Queued or ExportState.Running))
                yield break;
            last = step;
            await feed.NextAsync(cancellationToken);
        }
    }

    private static GraphQLException NotFound() => new("There is no such export, or it is not yours.", KernelErrorCodes.NotFound);
}

/// <summary>An export as it stands at a moment.</summary>
/// <param name="UserId">Who asked.</param>
/// <param name="State">What has become of it.</param>
/// <param name="RowsWritten">How many rows were written.</param>
internal sealed record ExportStep(Guid UserId, ExportState State, int RowsWritten);
