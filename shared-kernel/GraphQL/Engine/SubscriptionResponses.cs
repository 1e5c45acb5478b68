using System.Buffers;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL;

/// <summary>What a subscription was begun with.</summary>
/// <param name="Schema">The schema of the plan.</param>
/// <param name="Request">The request, to be planned anew when the schema changes.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Source">The events.</param>
/// <param name="Context">What belongs to the subscription as a whole.</param>
/// <param name="Events">Makes what belongs to each event.</param>
/// <param name="Preparation">Plans.</param>
/// <param name="Options">Limits and habits.</param>
internal sealed record SubscriptionStart(
    Schema Schema,
    GraphQLRequest Request,
    OperationPlan Plan,
    IAsyncEnumerable<object?> Source,
    RequestContext Context,
    ISubscriptionEvents Events,
    RequestPreparation Preparation,
    GraphQLEngineOptions Options);

/// <summary>Writes the responses of a subscription: executes the plan for each event, as long as the client may have the events.</summary>
internal sealed class SubscriptionResponses(SubscriptionStart start, ArrayBufferWriter<byte> output, CancellationToken stopping)
{
    private Schema schema = start.Schema;
    private OperationPlan plan = start.Plan;
    private VariableValues variables = start.Context.Variables;

    /// <summary>Waits for the next event and writes its response; nothing where there is none to write.</summary>
    /// <returns>Whether more may follow.</returns>
    public async ValueTask<bool> WriteNextAsync(SourceReader reader)
    {
        try
        {
            return await reader.NextAsync() switch
            {
                SourceSignal.Event => await AnswerAsync(reader.Current),
                SourceSignal.Changed => await CheckAsync(),
                _ => false,
            };
        }
        catch (GraphQLException exception)
        {
            return End(new(ExecutionStatus.Executed, [exception.Error]));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            start.Context.Features.Get<IExecutionObserver>()?.RequestFailed(exception);
            return End(new(ExecutionStatus.Failed, [SourceStream.Located(plan, InternalErrors.Of(exception))]));
        }
    }

    private ValueTask<ExecutionOutcome> ExecuteAsync(object? payload, RequestContext request)
        => GraphQLTelemetry.IsWatched
            ? GraphQLTelemetry.MeasureAsync(() => OperationRun.ExecuteAsync(plan, payload, request, output, start.Options), outcome => outcome)
            : OperationRun.ExecuteAsync(plan, payload, request, output, start.Options);

    private async ValueTask<bool> AnswerAsync(object? payload)
    {
        var current = await start.Events.BeginAsync(stopping);
        try
        {
            current.Request.CancellationToken = stopping;
            if (!TryFollow(current, out var failure)) return End(failure);
            current.Request.Variables = variables;
            await ExecuteAsync(payload, current.Request);
            if (current.Request.SkipsEvent) output.ResetWrittenCount();
            return !current.Request.EndsSubscription;
        }
        finally
        {
            await start.Events.EndAsync(current);
        }
    }

    private async ValueTask<bool> CheckAsync()
    {
        var current = await start.Events.BeginAsync(stopping);
        try
        {
            return TryFollow(current, out var failure) || End(failure);
        }
        finally
        {
            await start.Events.EndAsync(current);
        }
    }

    /// <summary>Goes over to the schema that is served now, if the operation can still be asked of it.</summary>
    private bool TryFollow(SubscriptionEvent current, out RequestFailure failure)
    {
        failure = default;
        if (current.Schema == schema) return true;
        if (start.Preparation.Prepare(current.Schema, start.Request, current.Request, GraphQLEngine.RefuseAllButSubscriptions, out failure) is not { } planned)
            return false;
        (schema, plan, variables) = (current.Schema, planned, current.Request.Variables);
        return true;
    }

    private bool End(RequestFailure failure)
    {
        // What may have been written of a response that failed is none.
        output.ResetWrittenCount();
        new ResponseEnvelope(output, start.Options.ShowExceptions, start.Context).Reject(failure);
        return false;
    }
}
