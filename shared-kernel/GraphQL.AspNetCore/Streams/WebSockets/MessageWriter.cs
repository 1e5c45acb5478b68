using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Modular.GraphQL.AspNetCore.Streams.WebSockets;

/// <summary>
/// Sends messages, one after the other, whoever they come from. A client that does not take one in for a while is cut off: nothing is kept for it, so that slow
/// clients cost no memory.
/// </summary>
internal sealed class MessageWriter(WebSocket socket, TimeSpan patience, TimeProvider clock) : IDisposable
{
    private static readonly byte[] EndOfMessage = "}"u8.ToArray();

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Sends a message without an operation.</summary>
    public ValueTask SendAsync(string type, ReadOnlyMemory<byte> payload = default) => SendAsync(
        payload.IsEmpty ? Text($"{{\"type\":\"{type}\"") : Text($"{{\"type\":\"{type}\",\"payload\":"), new ReadOnlySequence<byte>(payload));

    /// <summary>Sends a message about an operation.</summary>
    public ValueTask SendAsync(string type, string id, ReadOnlySequence<byte> payload)
    {
        var encoded = JsonEncodedText.Encode(id);
        var start = $"{{\"id\":\"{encoded}\",\"type\":\"{type}\"";
        return SendAsync(payload.IsEmpty ? Text(start) : Text(start + ",\"payload\":"), payload);
    }

    /// <summary>Says that no more messages follow, and why; what is sent after that goes nowhere.</summary>
    public async ValueTask CloseAsync(CloseReason reason)
    {
        await turn.WaitAsync();
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var limit = new CancellationTokenSource(patience, clock);
                await socket.CloseOutputAsync((WebSocketCloseStatus)reason.Code, reason.Fitting, limit.Token);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private async ValueTask SendAsync(byte[] start, ReadOnlySequence<byte> payload)
    {
        await turn.WaitAsync();
        try
        {
            if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
                return;

            // A send that is cancelled ends the connection, which is what a client deserves that reads nothing.
            using var limit = new CancellationTokenSource(patience, clock);
            await socket.SendAsync(start, WebSocketMessageType.Text, endOfMessage: false, limit.Token);
            foreach (var piece in payload)
                await socket.SendAsync(piece, WebSocketMessageType.Text, endOfMessage: false, limit.Token);
            await socket.SendAsync(EndOfMessage, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        }
        finally
        {
            turn.Release();
        }
    }

    private static byte[] Text(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
