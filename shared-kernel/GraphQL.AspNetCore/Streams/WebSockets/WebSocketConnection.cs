using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Modular.GraphQL.AspNetCore.Requests;
using Modular.GraphQL.Execution;

namespace Modular.GraphQL.AspNetCore.Streams.WebSockets;

/// <summary>One connection that speaks the protocol graphql-transport-ws.</summary>
internal sealed class WebSocketConnection : IDisposable
{
    private readonly HttpContext http;
    private readonly WebSocket socket;
    private readonly StreamServices services;
    private readonly MessageReader reader;
    private readonly MessageWriter writer;
    private readonly WebSocketOperations operations;
    private readonly TaskCompletionSource<GraphQLSession> initialised = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource over = new();
    private bool hasAskedForInit;
    private int closing;
    private Task abortion = Task.CompletedTask;
    private StreamedOperation? session;

    public WebSocketConnection(HttpContext http, WebSocket socket, StreamServices services)
    {
        this.http = http;
        this.socket = socket;
        this.services = services;
        reader = new MessageReader(socket, services.Http.MaxRequestBytes);
        writer = new MessageWriter(socket, services.Options.Patience, services.Clock);
        operations = new WebSocketOperations(writer, services);
    }

    /// <summary>Speaks with the client until the connection is closed by either side.</summary>
    public async Task RunAsync()
    {
        var watch = WatchAsync();
        try
        {
            while (await reader.ReadAsync() is { } read)
            {
                // Once the connection is being closed, what still comes in is only waited out.
                if (closing == 0 && await TakeAsync(read) is { } reason)
                    await CloseAsync(reason);
            }

            await writer.CloseAsync(new CloseReason((int)WebSocketCloseStatus.NormalClosure, ""));
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException)
        {
            // The client is gone without a word, or was cut off.
        }
        finally
        {
            await over.CancelAsync();
            await operations.StopAsync();
            await watch;
            await abortion;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        over.Dispose();
        writer.Dispose();
        reader.Dispose();
    }

    /// <summary>Does what a message asks for.</summary>
    /// <returns>Why the connection must be closed; absent where it must not.</returns>
    private async ValueTask<CloseReason?> TakeAsync(MessageReader.Received received)
    {
        if (received.Problem is not null)
            return received.Problem;
        if (ClientMessage.Read(received.Text, out var problem) is not { } message)
            return CloseReason.BadMessage(problem);

        switch (message.Type)
        {
            case ClientMessage.ConnectionInit:
                return await InitialiseAsync(message);
            case ClientMessage.Ping:
                await writer.SendAsync(ClientMessage.Pong, message.Payload);
                return null;
            case ClientMessage.Subscribe:
                return await SubscribeAsync(message);
            case ClientMessage.Complete:
                operations.Stop(message.Id);
                return null;
            default:
                return null;
        }
    }

    private async ValueTask<CloseReason?> InitialiseAsync(ClientMessage message)
    {
        if (hasAskedForInit)
            return CloseReason.TooManyInitialisations;
        hasAskedForInit = true;
        try
        {
            using var payload = message.Payload.IsEmpty ? null : JsonDocument.Parse(message.Payload);
            var found = await services.Sessions.FindAsync(http, payload?.RootElement ?? default);
            session = services.OperationsOf(found, refusal => CloseAsync(ReasonOf(refusal)));
            await writer.SendAsync("connection_ack");
            initialised.TrySetResult(found);
            return null;
        }
        catch (GraphQLException refusal)
        {
            return CloseReason.Forbidden(refusal.Message);
        }
        catch (Exception failure) when (failure is not (WebSocketException or OperationCanceledException))
        {
            services.Log.LogError(failure, "A WebSocket connection could not be let in.");
            return CloseReason.TryAgainLater;
        }
    }

    private async ValueTask<CloseReason?> SubscribeAsync(ClientMessage message)
    {
        if (session is null)
            return CloseReason.Unauthorized;
        var reading = RequestJson.Read(new(message.Payload), services.Http.MaxJsonDepth);
        if (reading.Request is not { } request)
            return CloseReason.BadMessage(reading.Problem!.Message);
        return await operations.TryStartAsync(message.Id, request, session) ? null : CloseReason.SubscriberExists(message.Id);
    }

    /// <summary>Closes the connection when the client does not say who it is, may no longer be here, or when the host stops.</summary>
    private async Task WatchAsync()
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, services.HostStops);
        try
        {
            var found = await initialised.Task.WaitAsync(services.Options.InitialisationTimeout, services.Clock, either.Token);
            await CloseAsync(await WhenRefusedAsync(new SessionEvents(found, services, refused: null)));
        }
        catch (TimeoutException)
        {
            await CloseAsync(CloseReason.InitialisationTimeout);
        }
        catch (OperationCanceledException) when (!over.IsCancellationRequested)
        {
            await CloseAsync(CloseReason.HostStops);
        }
        catch (OperationCanceledException)
        {
            // The connection is over; there is nothing to watch.
        }
        catch (Exception failure)
        {
            services.Log.LogError(failure, "Whether a WebSocket connection may go on could not be found out.");
            await CloseAsync(CloseReason.TryAgainLater);
        }
    }

    private async Task<CloseReason> WhenRefusedAsync(SessionEvents events)
    {
        while (true)
        {
            await events.WhenChangedAsync(over.Token);
            try
            {
                await events.EndAsync(await events.BeginAsync(over.Token));
            }
            catch (GraphQLException refusal)
            {
                return ReasonOf(refusal);
            }
        }
    }

    private static CloseReason ReasonOf(GraphQLException refusal) =>
        refusal.Error.Code == StreamErrorCodes.HostStops ? CloseReason.HostStops : CloseReason.Forbidden(refusal.Message);

    /// <summary>Begins to close. Whoever reads goes on until the client has answered, for which it has some time.</summary>
    private async Task CloseAsync(CloseReason reason)
    {
        if (Interlocked.Exchange(ref closing, 1) != 0)
            return;
        try
        {
            await writer.CloseAsync(reason);
            abortion = AbortLaterAsync();
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException)
        {
            // The client is gone, which whoever reads notices.
        }
    }

    private async Task AbortLaterAsync()
    {
        await Task.Delay(services.Options.Patience, services.Clock, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!over.IsCancellationRequested)
            socket.Abort();
    }
}
