using System.Buffers;
using System.Runtime.CompilerServices;
using Modular.GraphQL.Language;

namespace Modular.GraphQL;

/// <summary>
/// A subscription that was begun, or the reason why it was not. One that was begun misses no event, however late its responses are read; disposing closes its source
/// stream.
/// </summary>
public sealed class GraphQLSubscription : IAsyncDisposable
{
    private readonly SubscriptionStart? start;
    private readonly SourceReader? reader;

    internal GraphQLSubscription(ExecutionOutcome outcome) => Outcome = outcome;

    internal GraphQLSubscription(SubscriptionStart start)
    {
        this.start = start;
        reader = new SourceReader(start.Source, start.Events, start.Context.CancellationToken);
        Outcome = new(ExecutionStatus.Executed, OperationType.Subscription, 0, HasData: false);
    }

    /// <summary>Whether the subscription was begun (<see cref="ExecutionStatus.Executed"/>); otherwise a response that says why has been written.</summary>
    public ExecutionOutcome Outcome { get; }

    /// <summary>
    /// The responses as UTF-8 JSON, one per event, and a last one with errors alone where the subscription must end before its source stream does. Each is
    /// valid until the next one is asked for. To be read once. The end of the enumeration closes the source stream.
    /// </summary>
    /// <exception cref="InvalidOperationException">The subscription was not begun.</exception>
    /// <exception cref="OperationCanceledException">The client has left.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (start is null || reader is null) throw new InvalidOperationException("The subscription was not begun.");
        await using var closing = this;
        await using var leaving = cancellationToken.UnsafeRegister(static reader => ((SourceReader)reader!).Stop(), reader);
        var output = new ArrayBufferWriter<byte>();
        var responses = new SubscriptionResponses(start, output, reader.Stopping);
        for (var goesOn = true; goesOn;)
        {
            output.ResetWrittenCount();
            goesOn = await responses.WriteNextAsync(reader);
            if (output.WrittenCount > 0) yield return output.WrittenMemory;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => reader?.DisposeAsync() ?? ValueTask.CompletedTask;
}
