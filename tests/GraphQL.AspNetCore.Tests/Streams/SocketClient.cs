using System.Net.WebSockets;
using System.Text;
using Modular.TestKit;

namespace Modular.GraphQL.AspNetCore.Tests.Streams;

/// <summary>A WebSocket whose messages are written by hand.</summary>
public sealed class SocketClient(ClientWebSocket socket) : IDisposable
{
    private readonly byte[] buffer = new byte[256 * 1024];

    public ClientWebSocket Socket => socket;

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type) =>
        socket.SendAsync(bytes, type, endOfMessage: true, TestContext.Current.CancellationToken);

    /// <summary>The next message, or the close code with its reason.</summary>
    public async Task<string> NextAsync()
    {
        var length = 0;
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken).AsTask().PatientlyAsync();
            if (result.MessageType == WebSocketMessageType.Close)
                return $"{(int)socket.CloseStatus!.Value} {socket.CloseStatusDescription}";
            length += result.Count;
            if (result.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    public async Task InitialiseAsync(string user = "an")
    {
        await SendAsync($$$"""{"type":"connection_init","payload":{"Authorization":"Bearer {{{user}}}"}}""");
        Assert.Equal("""{"type":"connection_ack"}""", await NextAsync());
    }

    public Task SubscribeAsync(string id, string query) =>
        SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""");

    public void Dispose() => socket.Dispose();
}
