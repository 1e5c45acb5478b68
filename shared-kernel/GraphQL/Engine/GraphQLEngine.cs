using System.Buffers;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL;

/// <summary>
/// Answers requests: parses, validates and plans operations (once each, then kept per schema), coerces variables, executes level by level
/// and writes the response. One engine serves all schemas and threads.
/// </summary>
public sealed class GraphQLEngine
{
    private readonly GraphQLEngineOptions options;
    private readonly RequestPreparation preparation;

    /// <summary>Makes an engine.</summary>
    /// <param name="options">Limits and habits.</param>
    public GraphQLEngine(GraphQLEngineOptions? options = null)
    {
        this.options = options ?? new();
        preparation = new(this.options);
    }

    /// <summary>
    /// Tells whether a document keeps to the grammar, the limits and the schema, and has the operation that is asked for. What was found out is kept,
    /// so executing the request afterwards costs no more than without asking.
    /// </summary>
    /// <param name="schema">The schema that the request is pinned to.</param>
    /// <param name="request">The request; its variables do not matter.</param>
    public bool Accepts(Schema schema, GraphQLRequest request) => preparation.Accepts(schema, request);

    /// <summary>Answers a query or mutation.</summary>
    /// <param name="schema">The schema that the request is pinned to.</param>
    /// <param name="request">The request.</param>
    /// <param name="context">What belongs to the request, for resolvers.</param>
    /// <param name="output">Where the response goes, as UTF-8 JSON. When this method throws, what was written is no response.</param>
    /// <returns>How the request ended.</returns>
    /// <exception cref="OperationCanceledException">The request's own token was cancelled; there is no response.</exception>
    public ValueTask<ExecutionOutcome> ExecuteAsync(Schema schema, GraphQLRequest request, RequestContext context, IBufferWriter<byte> output)
        => GraphQLTelemetry.IsWatched ? MeasureAsync(schema, request, context, output) : AnswerAsync(schema, request, context, output);

    /// <summary>
    /// Answers a query or mutation for a client that can take parts of the response later than the rest, if the operation marks any with <c>@defer</c> or
    /// <c>@stream</c>. By <see cref="ExecuteAsync"/> such an operation is answered in one part, as if it marked none.
    /// </summary>
    /// <param name="schema">The schema that the request is pinned to.</param>
    /// <param name="request">The request.</param>
    /// <param name="context">What belongs to the request, for resolvers; until the response has been read to its end.</param>
    /// <param name="output">Where the first part of the response goes, as UTF-8 JSON. When this method throws, what was written is no response.</param>
    /// <returns>The parts that follow, if any.</returns>
    /// <exception cref="OperationCanceledException">The request's own token was cancelled; there is no response.</exception>
    public ValueTask<IncrementalResponse> ExecuteIncrementallyAsync(Schema schema, GraphQLRequest request, RequestContext context, IBufferWriter<byte> output)
        => GraphQLTelemetry.IsWatched ? MeasureFirstPartAsync(schema, request, context, output) : BeginAsync(schema, request, context, output);

    /// <summary>Begins a subscription (specification, section 6.2.3): opens its source stream, each event of which makes a response.</summary>
    /// <param name="schema">The schema that the subscription begins with.</param>
    /// <param name="request">The request.</param>
    /// <param name="context">What belongs to the subscription as a whole, for the resolver that opens the source stream.</param>
    /// <param name="events">Makes what belongs to each event, for the resolvers of its response.</param>
    /// <param name="output">Where the response goes when the subscription cannot begin, as UTF-8 JSON.</param>
    /// <returns>The stream of responses, or how the request ended without one.</returns>
    /// <exception cref="OperationCanceledException">The request's own token was cancelled; there is no response.</exception>
    public async ValueTask<GraphQLSubscription> SubscribeAsync(
        Schema schema, GraphQLRequest request, RequestContext context, ISubscriptionEvents events, IBufferWriter<byte> output)
    {
        if (preparation.Prepare(schema, request, context, RefuseAllButSubscriptions, out var failure, allowIncremental: true) is not { } plan)
            return Rejected(failure);
        // Validation lets those pass that a variable may switch off.
        if (plan.IsIncremental) return Rejected(new(ExecutionStatus.OperationNotAllowed, [NoPartsOfEvents], plan.Type));
        try
        {
            var source = await SourceStream.OpenAsync(plan, context);
            return new(new SubscriptionStart(schema, request, plan, source, context, events, preparation, options));
        }
        catch (GraphQLException exception)
        {
            return Rejected(new(ExecutionStatus.PlanningFailed, [SourceStream.Located(plan, exception.Error)], plan.Type));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !context.CancellationToken.IsCancellationRequested)
        {
            context.Features.Get<IExecutionObserver>()?.RequestFailed(exception);
            return Rejected(new(ExecutionStatus.Failed, [SourceStream.Located(plan, InternalErrors.Of(exception))], plan.Type));
        }

        GraphQLSubscription Rejected(RequestFailure reason) => new(new ResponseEnvelope(output, options.ShowExceptions, context).Reject(reason));
    }

    // The lambda takes an object for what it captures, so it stands apart from the way of those whom nobody watches.
    private ValueTask<ExecutionOutcome> MeasureAsync(Schema schema, GraphQLRequest request, RequestContext context, IBufferWriter<byte> output)
        => GraphQLTelemetry.MeasureAsync(() => AnswerAsync(schema, request, context, output), outcome => outcome);

    private ValueTask<IncrementalResponse> MeasureFirstPartAsync(Schema schema, GraphQLRequest request, RequestContext context, IBufferWriter<byte> output)
        => GraphQLTelemetry.MeasureAsync(() => BeginAsync(schema, request, context, output), response => response.Outcome);

    private async ValueTask<IncrementalResponse> BeginAsync(Schema schema, GraphQLRequest request, RequestContext context, IBufferWriter<byte> output)
    {
        if (preparation.Prepare(schema, request, context, RefusalFor(request), out var failure, allowIncremental: true) is not { } plan)
            return new(new ResponseEnvelope(output, options.ShowExceptions, context).Reject(failure));
        return plan.IsIncremental
            ? await OperationRun.BeginAsync(plan, context, output, options)
            : new(await OperationRun.ExecuteAsync(plan, root: null, context, output, options));
    }

    private ValueTask<ExecutionOutcome> AnswerAsync(Schema schema, GraphQLRequest request, RequestContext context, IBufferWriter<byte> output)
        => preparation.Prepare(schema, request, context, RefusalFor(request), out var failure) is { } plan
            ? OperationRun.ExecuteAsync(plan, root: null, context, output, options)
            : new(new ResponseEnvelope(output, options.ShowExceptions, context).Reject(failure));

    private static GraphQLError NoPartsOfEvents { get; } =
        new("`@defer` and `@stream` are not supported on subscription operations. Disable them by setting the `if` argument to `false`.")
        {
            Code = ErrorCodes.OperationNotAllowed,
        };

    private static Func<OperationType, string?> RefusalFor(GraphQLRequest request) => request.QueriesOnly ? RefuseAllButQueries : RefuseSubscriptions;

    private static string? RefuseSubscriptions(OperationType type)
        => type == OperationType.Subscription ? "Subscriptions are served as streams, not as single responses." : null;

    private static string? RefuseAllButQueries(OperationType type)
        => type == OperationType.Mutation ? "Only queries may be sent this way." : RefuseSubscriptions(type);

    internal static string? RefuseAllButSubscriptions(OperationType type)
        => type == OperationType.Subscription ? null : "Only subscriptions are served as streams.";
}
