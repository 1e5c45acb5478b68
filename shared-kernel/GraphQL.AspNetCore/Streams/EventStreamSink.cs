using System.Buffers;
using Microsoft.AspNetCore.Http;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.AspNetCore.Streams;

/// <summary>Sends responses as server-sent events. The answer begins with the first of them, so that until then it can be another one.</summary>
internal sealed class EventStreamSink(HttpContext context, TimeSpan keepAlive, TimeProvider clock) : IResponseSink, IAsyncDisposable
{
    private EventStream? stream;

    /// <summary>Whether a mutation was asked by GET: nothing has been sent.</summary>
    public bool IsWrongMethod { get; private set; }

    /// <inheritdoc />
    public async ValueTask BeginAsync() => stream ??= await EventStream.BeginAsync(context, keepAlive, clock);

    /// <inheritdoc />
    public async ValueTask NextAsync(ReadOnlySequence<byte> response)
    {
        await BeginAsync();
        await stream!.NextAsync(response);
    }

    /// <inheritdoc />
    public async ValueTask RejectAsync(ReadOnlySequence<byte> response, ExecutionOutcome outcome)
    {
        IsWrongMethod = outcome is { Status: ExecutionStatus.OperationNotAllowed, Operation: OperationType.Mutation };
        if (!IsWrongMethod)
            await NextAsync(response);
    }

    /// <summary>Ends the stream, if it has begun.</summary>
    public async ValueTask CompleteAsync()
    {
        if (stream is not null)
            await stream.CompleteAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => stream?.DisposeAsync() ?? ValueTask.CompletedTask;
}
