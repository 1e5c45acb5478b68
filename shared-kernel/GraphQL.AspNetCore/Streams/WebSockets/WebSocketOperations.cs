using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Modular.GraphQL.AspNetCore.Responses;

namespace Modular.GraphQL.AspNetCore.Streams.WebSockets;

/// <summary>The operations that run on a connection, each under the id that the client gave it.</summary>
internal sealed class WebSocketOperations(MessageWriter writer, StreamServices services)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Running> running = new(StringComparer.Ordinal);
    private readonly HashSet<Running> unfinished = [];

    /// <summary>Starts an operation.</summary>
    /// <returns>Whether its id was free.</returns>
    public async ValueTask<bool> TryStartAsync(string id, GraphQLRequest request, StreamedOperation operations)
    {
        var started = new Running(id, writer);
        int count;
        lock (gate)
        {
            if (!running.TryAdd(id, started))
                return false;
            unfinished.Add(started);
            count = running.Count;
        }

        if (count <= services.Options.MaxOperationsPerConnection)
            started.Task = RunAsync(started, request, operations);
        else
            await RefuseAsync(started);
        return true;
    }

    /// <summary>Stops an operation in which the client has lost interest; nothing more is sent about it.</summary>
    public void Stop(string id)
    {
        Running? stopped;
        lock (gate)
            running.Remove(id, out stopped);
        stopped?.Cancellation.Cancel();
    }

    /// <summary>Stops all operations and waits until they are done.</summary>
    public async Task StopAsync()
    {
        Running[] stopped;
        lock (gate)
        {
            stopped = [.. unfinished];
            running.Clear();
        }

        foreach (var operation in stopped)
            await operation.Cancellation.CancelAsync();
        await Task.WhenAll(stopped.Select(operation => operation.Task));
    }

    private async Task RunAsync(Running operation, GraphQLRequest request, StreamedOperation operations)
    {
        // What follows belongs to the operation, and the connection goes on reading.
        await Task.Yield();
        try
        {
            var executed = await operations.RunAsync(new StreamedRequest(request, Files: null, MayKeepDocument: true), operation, operation.Cancellation.Token);
            if (Remove(operation) && executed)
                await writer.SendAsync("complete", operation.Id, default);
            else if (operation.Rejection is { } errors)
                await writer.SendAsync("error", operation.Id, new ReadOnlySequence<byte>(errors));
        }
        catch (OperationCanceledException)
        {
            // The client has no more interest, or takes nothing in: there is nobody to tell.
        }
        catch (WebSocketException)
        {
            // The connection is broken; whoever reads from it notices as well.
        }
        catch (Exception failure)
        {
            services.Log.LogError(failure, "An operation on a WebSocket connection failed.");
            if (Remove(operation))
                await writer.SendAsync("error", operation.Id, new ReadOnlySequence<byte>(ErrorsOf(ErrorCodes.Internal, "The server failed to answer this.")));
        }
        finally
        {
            Finish(operation);
        }
    }

    private async ValueTask RefuseAsync(Running operation)
    {
        Finish(operation);
        var message = $"A connection may have {services.Options.MaxOperationsPerConnection} operations at once.";
        await writer.SendAsync("error", operation.Id, new ReadOnlySequence<byte>(ErrorsOf(StreamErrorCodes.SubscriptionLimit, message)));
    }

    private void Finish(Running operation)
    {
        Remove(operation);
        lock (gate)
            unfinished.Remove(operation);
    }

    private bool Remove(Running operation)
    {
        lock (gate)
            return running.TryGetValue(operation.Id, out var known) && known == operation && running.Remove(operation.Id);
    }

    private static byte[] ErrorsOf(string code, string message)
    {
        using var response = new ResponseBuffer();
        new HttpProblem(0, code, message).Write(response);
        return ErrorsOf(response.Written);
    }

    /// <summary>The list of errors in a response that has nothing else.</summary>
    private static byte[] ErrorsOf(ReadOnlySequence<byte> response)
    {
        using var json = JsonDocument.Parse(response);
        return JsonMarshal.GetRawUtf8Value(json.RootElement.GetProperty("errors")).ToArray();
    }

    [SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The source has neither a timer nor a handle, and may be cancelled by the client after the end.")]
    private sealed class Running(string id, MessageWriter writer) : IResponseSink
    {
        public string Id => id;

        public CancellationTokenSource Cancellation { get; } = new();

        public Task Task { get; set; } = Task.CompletedTask;

        public byte[]? Rejection { get; private set; }

        public ValueTask BeginAsync() => ValueTask.CompletedTask;

        public ValueTask NextAsync(ReadOnlySequence<byte> response) => writer.SendAsync("next", id, response);

        public ValueTask RejectAsync(ReadOnlySequence<byte> response, ExecutionOutcome outcome)
        {
            Rejection = ErrorsOf(response);
            return ValueTask.CompletedTask;
        }
    }
}
