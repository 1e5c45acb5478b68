using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Modular.GraphQL.Execution;

namespace Modular.GraphQL.AspNetCore.Streams;

/// <summary>
/// Somebody who was let in for as long as a stream lasts. Every operation, and every event of a subscription, begins anew, so that rights that were
/// taken away meanwhile are gone.
/// </summary>
public abstract class GraphQLSession
{
    /// <summary>Whose subscriptions are counted together.</summary>
    public abstract string User { get; }

    /// <summary>When the credentials stop being good, and the stream ends; absent where they never do.</summary>
    public abstract DateTimeOffset? ExpiresAt { get; }

    /// <summary>Begins an operation or an event, with the schema that is served now and services of its own.</summary>
    /// <exception cref="GraphQLException">The user may no longer work here; the error tells why.</exception>
    public abstract ValueTask<GraphQLTarget> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Releases what <see cref="BeginAsync"/> took.</summary>
    public abstract ValueTask EndAsync(RequestContext request);

    /// <summary>
    /// Completes at the next change, as seen from now, on which the answer of <see cref="BeginAsync"/> may depend. It is asked for before beginning, so that
    /// no change is missed in between.
    /// </summary>
    public abstract Task NextChange { get; }
}

/// <summary>Lets streams in. One instance serves all addresses of a host, since it also counts the subscriptions of each user.</summary>
public abstract class GraphQLSessions
{
    internal SubscriptionCounts Counts { get; } = new();

    /// <summary>Lets in an HTTP request by its own credentials.</summary>
    /// <returns>The session; absent when the request has been answered already, for instance with 401.</returns>
    public abstract ValueTask<GraphQLSession?> FindAsync(HttpContext http);

    /// <summary>Lets in a WebSocket connection by what its <c>connection_init</c> says, since browsers cannot set headers there.</summary>
    /// <param name="http">The request that became the connection.</param>
    /// <param name="payload">A JSON object; undefined where there is none.</param>
    /// <exception cref="GraphQLException">The connection is refused; its message is told to the client.</exception>
    public abstract ValueTask<GraphQLSession> FindAsync(HttpContext http, JsonElement payload);
}
