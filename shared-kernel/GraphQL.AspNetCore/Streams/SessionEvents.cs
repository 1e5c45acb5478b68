using Modular.GraphQL.Execution;

namespace Modular.GraphQL.AspNetCore.Streams;

/// <summary>The events of one subscription in a session: none after its credentials have expired or while the host stops.</summary>
internal sealed class SessionEvents(GraphQLSession session, TimeProvider clock, CancellationToken hostStops) : ISubscriptionEvents
{
    // Timers reach no further than some weeks; whoever waits longer just looks in between.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private volatile Task nextChange = Task.CompletedTask;

    /// <summary>Begins an operation or an event.</summary>
    /// <exception cref="GraphQLException">The session is over.</exception>
    public async ValueTask<GraphQLTarget> BeginTargetAsync(CancellationToken cancellationToken)
    {
        nextChange = session.NextChange;
        if (hostStops.IsCancellationRequested)
            throw new GraphQLException("This host is about to stop. Subscribe again.", StreamErrorCodes.HostStops);
        if (session.ExpiresAt <= clock.GetUtcNow())
            throw new GraphQLException("The access token has expired. Subscribe again with a new one.", StreamErrorCodes.Unauthenticated);
        return await session.BeginAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<SubscriptionEvent> BeginAsync(CancellationToken cancellationToken)
    {
        var target = await BeginTargetAsync(cancellationToken);
        return new SubscriptionEvent(target.Schema, target.Request);
    }

    /// <inheritdoc />
    public ValueTask EndAsync(SubscriptionEvent ended) => session.EndAsync(ended.Request);

    /// <inheritdoc />
    public async Task WhenChangedAsync(CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(UntilExpiry(), clock);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hostStops, expiry.Token);
        await nextChange.WaitAsync(waiting.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private TimeSpan UntilExpiry()
    {
        var left = session.ExpiresAt - clock.GetUtcNow() ?? LongestWait;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > LongestWait ? LongestWait : left;
    }
}
