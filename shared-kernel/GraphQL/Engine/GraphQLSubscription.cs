using System.Buffers;
using System.Runtime.CompilerServices;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Planning;

namespace Modular.GraphQL;

/// <summary>A subscription that was begun, or the reason why it was not.</summary>
public sealed class GraphQLSubscription
{
    private readonly OperationPlan? plan;
    private readonly IAsyncEnumerable<object?>? source;
    private readonly RequestContext? context;
    private readonly ISubscriptionEvents? events;
    private readonly GraphQLEngineOptions options = new();

    internal GraphQLSubscription(ExecutionOutcome outcome) => Outcome = outcome;

    internal GraphQLSubscription(
        OperationPlan plan, IAsyncEnumerable<object?> source, RequestContext context, ISubscriptionEvents events, GraphQLEngineOptions options)
    {
        this.plan = plan;
        this.source = source;
        this.context = context;
        this.events = events;
        this.options = options;
        Outcome = new(ExecutionStatus.Executed, OperationType.Subscription, 0, HasData: false);
    }

    /// <summary>Whether the subscription was begun (<see cref="ExecutionStatus.Executed"/>); otherwise a response that says why has been written.</summary>
    public ExecutionOutcome Outcome { get; }

    /// <summary>
    /// The responses, one per event, as UTF-8 JSON; each is valid until the next one is asked for. To be read once. The end of the enumeration closes
    /// the source stream.
    /// </summary>
    /// <exception cref="InvalidOperationException">The subscription was not begun.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (source is null) throw new InvalidOperationException("The subscription was not begun.");
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, context!.CancellationToken);
        var output = new ArrayBufferWriter<byte>();
        await foreach (var payload in source.WithCancellation(either.Token))
        {
            output.ResetWrittenCount();
            var ofEvent = await events!.BeginAsync(either.Token);
            try
            {
                ofEvent.Variables = context.Variables;
                ofEvent.CancellationToken = either.Token;
                await OperationRun.ExecuteAsync(plan!, payload, ofEvent, output, options);
            }
            finally
            {
                await events.EndAsync(ofEvent);
            }

            yield return output.WrittenMemory;
        }
    }
}

/// <summary>Makes what belongs to a single event of a subscription, such as the services of its resolvers.</summary>
public interface ISubscriptionEvents
{
    /// <summary>An event has come in.</summary>
    ValueTask<RequestContext> BeginAsync(CancellationToken cancellationToken);

    /// <summary>The event has been answered, well or not.</summary>
    ValueTask EndAsync(RequestContext context);
}
