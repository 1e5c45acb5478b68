using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Modular.GraphQL.AspNetCore.Responses;

namespace Modular.GraphQL.AspNetCore.Streams.WebSockets;

/// <summary>Accepts WebSocket connections of the protocol graphql-transport-ws.</summary>
internal sealed class WebSocketEntrance(StreamServices services)
{
    private const string Subprotocol = "graphql-transport-ws";

    /// <summary>Speaks with a client until the connection is closed.</summary>
    /// <returns>Why the client is not let in; absent where it was.</returns>
    public async Task<HttpProblem?> AnswerAsync(HttpContext http)
    {
        if (!IsAllowed(http.Request))
            return HttpProblem.ForeignOrigin;
        if (!http.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol))
        {
            await RefuseSubprotocolAsync(http);
            return null;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = Subprotocol,
            KeepAliveInterval = services.Options.KeepAlive,
            KeepAliveTimeout = services.Options.Patience,
        });
        using var connection = new WebSocketConnection(http, socket, services);
        await connection.RunAsync();
        return null;
    }

    /// <summary>
    /// Browsers let any page open a WebSocket anywhere, without asking first as for other requests, but say whose page it is. The scheme is not compared, because a
    /// proxy in front may have taken it away.
    /// </summary>
    private bool IsAllowed(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || services.Options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase))
            return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && string.Equals(page.Authority, WithoutDefaultPort(request.Host, page), StringComparison.OrdinalIgnoreCase);
    }

    private static string? WithoutDefaultPort(HostString host, Uri page) =>
        Uri.TryCreate($"{page.Scheme}://{host.Value}", UriKind.Absolute, out var own) ? own.Authority : null;

    // Browsers tell pages of no refusal but a close code, so the connection is opened to be closed.
    private static async Task RefuseSubprotocolAsync(HttpContext http)
    {
        var reason = CloseReason.SubprotocolNotAcceptable;
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await socket.CloseOutputAsync((WebSocketCloseStatus)reason.Code, reason.Fitting, http.RequestAborted);
    }
}
