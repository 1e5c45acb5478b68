using System.Buffers;
using System.Net.WebSockets;

namespace Modular.GraphQL.AspNetCore.Streams.WebSockets;

/// <summary>Reads whole messages, up to a size.</summary>
internal sealed class MessageReader(WebSocket socket, int mostBytes) : IDisposable
{
    private const int FirstSize = 4 * 1024;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);

    /// <summary>Reads a message, which is valid until the next one is read.</summary>
    /// <returns>The message, or what is wrong with it; absent when the client has closed the connection.</returns>
    public async ValueTask<Received?> ReadAsync()
    {
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
                Grow();
            // Reading is never cancelled: that would cut the connection, where closing it is still wanted.
            var result = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (result.MessageType == WebSocketMessageType.Close)
                return null;
            if (result.MessageType == WebSocketMessageType.Binary)
                return new Received(default, CloseReason.BadMessage("Messages must be text"));
            length += result.Count;
            if (length > mostBytes)
                return new Received(default, CloseReason.TooLarge(mostBytes));
            if (result.EndOfMessage)
                return new Received(buffer.AsMemory(0, length), Problem: null);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    /// <summary>What was read.</summary>
    internal readonly record struct Received(ReadOnlyMemory<byte> Text, CloseReason? Problem);
}
