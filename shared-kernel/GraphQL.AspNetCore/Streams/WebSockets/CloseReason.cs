using System.Text;

namespace Modular.GraphQL.AspNetCore.Streams.WebSockets;

/// <summary>Why the server closes a connection: the codes of the protocol graphql-transport-ws, and those of WebSocket itself.</summary>
/// <param name="Code">The close code.</param>
/// <param name="Text">The reason, for the client's developer.</param>
internal sealed record CloseReason(int Code, string Text)
{
    // A close frame holds 125 bytes, two of which are the code (RFC 6455, section 5.5).
    private const int LongestText = 123;

    public static CloseReason HostStops { get; } = new(1001, "The host is about to stop");

    public static CloseReason TooLarge(int limit) => new(1009, $"A message is larger than {limit} bytes");

    public static CloseReason TryAgainLater { get; } = new(1013, "Try again later");

    public static CloseReason BadMessage(string problem) => new(4400, problem);

    public static CloseReason Unauthorized { get; } = new(4401, "Unauthorized");

    public static CloseReason Forbidden(string reason) => new(4403, reason);

    public static CloseReason SubprotocolNotAcceptable { get; } = new(4406, "Subprotocol not acceptable");

    public static CloseReason InitialisationTimeout { get; } = new(4408, "Connection initialisation timeout");

    public static CloseReason SubscriberExists(string id) => new(4409, $"Subscriber for {id} already exists");

    public static CloseReason TooManyInitialisations { get; } = new(4429, "Too many initialisation requests");

    /// <summary>The reason in as many bytes as a close frame takes, without half a letter at its end.</summary>
    public string Fitting
    {
        get
        {
            var text = Text;
            while (Encoding.UTF8.GetByteCount(text) > LongestText)
                text = text[..^(char.IsLowSurrogate(text[^1]) ? 2 : 1)];
            return text;
        }
    }
}
