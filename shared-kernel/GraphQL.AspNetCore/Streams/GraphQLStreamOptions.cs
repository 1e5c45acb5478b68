namespace Modular.GraphQL.AspNetCore.Streams;

/// <summary>The limits and habits of server-sent events and WebSocket connections.</summary>
public sealed record GraphQLStreamOptions
{
    /// <summary>How long a connection may be silent before the server shows that it is there, and looks whether the client is.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a WebSocket may take to say who it is by <c>connection_init</c>.</summary>
    public TimeSpan InitialisationTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take to accept a message, or to answer that the connection is closed, before it is cut off.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many operations may run at once on one WebSocket connection.</summary>
    public int MaxOperationsPerConnection { get; init; } = 50;

    /// <summary>How many subscriptions one user may have at once on this host, over all connections.</summary>
    public int MaxSubscriptionsPerUser { get; init; } = 100;

    /// <summary>
    /// The origins beside the host's own whose pages may open WebSocket connections, for instance <c>https://registers.example.vn</c>. Programs that send no
    /// <c>Origin</c> may always.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];
}
