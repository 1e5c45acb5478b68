using System.Buffers;
using Modular.GraphQL.Execution;

namespace Modular.GraphQL;

/// <summary>
/// A response of which parts may come later than the rest, because the operation marks them with <c>@defer</c> or <c>@stream</c>. Its first part has been
/// written. To be disposed when it is not read to its end.
/// </summary>
public sealed class IncrementalResponse : IDisposable
{
    private readonly IncrementalDelivery? delivery;
    private readonly RequestContext? context;
    private readonly ExecutionTime? time;
    private readonly GraphQLEngineOptions options = new();
    private int toldErrors;
    private object? toldExtensions;

    internal IncrementalResponse(ExecutionOutcome outcome) => Outcome = outcome;

    internal IncrementalResponse(
        ExecutionOutcome outcome, IncrementalDelivery delivery, RequestContext context, ExecutionTime time, GraphQLEngineOptions options)
    {
        Outcome = outcome;
        this.delivery = delivery;
        this.context = context;
        this.time = time;
        this.options = options;
        toldErrors = context.Errors.Count;
        toldExtensions = context.Extensions;
    }

    /// <summary>How the request ended, as far as the first part tells.</summary>
    public ExecutionOutcome Outcome { get; }

    /// <summary>Whether further parts follow; otherwise what has been written is the whole response, in its ordinary form.</summary>
    public bool HasNext => delivery is { HasNext: true };

    /// <summary>
    /// Executes what comes later and gives it part by part, as UTF-8 JSON; each is valid until the next one is asked for. To be read once. A failure of the
    /// server and the end of the time allowed end the response with a part that says so.
    /// </summary>
    /// <exception cref="OperationCanceledException">The request's own token was cancelled; there are no further parts.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync()
    {
        using var untilTheEnd = this;
        var output = new ArrayBufferWriter<byte>();
        while (HasNext)
        {
            output.ResetWrittenCount();
            new ResponseEnvelope(output, options.ShowExceptions, context!).Write(await NextAsync());
            yield return output.WrittenMemory;
        }
    }

    /// <summary>Gives up what has not been read.</summary>
    public void Dispose() => time?.Dispose();

    private async ValueTask<Payload> NextAsync()
    {
        var payload = await ExecuteNextAsync();
        payload.Errors.AddRange(context!.Errors.Skip(toldErrors));
        GraphQLTelemetry.Failed([.. payload.AllErrors]);
        toldErrors = context.Errors.Count;
        if (!ReferenceEquals(context.Extensions, toldExtensions)) payload.Extensions = context.Extensions;
        toldExtensions = context.Extensions;
        return payload;
    }

    private async ValueTask<Payload> ExecuteNextAsync()
    {
        try
        {
            return await delivery!.NextAsync();
        }
        catch (OperationCanceledException) when (time!.IsOver)
        {
            return delivery!.Abandon(time.Error);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !context!.CancellationToken.IsCancellationRequested)
        {
            context!.Features.Get<IExecutionObserver>()?.RequestFailed(exception);
            return delivery!.Abandon(InternalErrors.Of(exception));
        }
    }
}
