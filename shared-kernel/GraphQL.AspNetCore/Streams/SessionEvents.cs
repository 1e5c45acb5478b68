using Modular.GraphQL.Execution;

namespace Modular.GraphQL.AspNetCore.Streams;

/// <summary>The events of one subscription in a session: none after its credentials have expired or while the host stops.</summary>
/// <param name="session">The session.</param>
/// <param name="services">The clock, and when the host stops.</param>
/// <param name="refused">
/// What is done when the session is over, where that is the connection's matter: the operation is then told nothing and waits to be stopped, so that clients take up again on
/// a new connection what they had on this one. Absent where each operation is told itself.
/// </param>
internal sealed class SessionEvents(GraphQLSession session, StreamServices services, Func<GraphQLException, Task>? refused) : ISubscriptionEvents
{
    // Timers reach no further than some weeks; whoever waits longer just looks in between.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan PauseForTurn = TimeSpan.FromMilliseconds(250);

    private volatile Task nextChange = Task.CompletedTask;

    // Events of one subscription come one after the other.
    private IDisposable? turn;

    /// <summary>Begins an operation or an event.</summary>
    /// <exception cref="GraphQLException">The session is over.</exception>
    public async ValueTask<GraphQLTarget> BeginTargetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TryBeginAsync(cancellationToken);
        }
        catch (GraphQLException refusal) when (refused is not null)
        {
            await refused(refusal);
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask<SubscriptionEvent> BeginAsync(CancellationToken cancellationToken)
    {
        var target = await BeginTargetAsync(cancellationToken);
        try
        {
            turn = await TakeTurnAsync(target, cancellationToken);
            return new SubscriptionEvent(target.Schema, target.Request);
        }
        catch
        {
            await session.EndAsync(target.Request);
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask EndAsync(SubscriptionEvent ended)
    {
        turn?.Dispose();
        turn = null;
        return session.EndAsync(ended.Request);
    }

    /// <inheritdoc />
    public async Task WhenChangedAsync(CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(UntilExpiry(), services.Clock);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, services.HostStops, expiry.Token);
        await nextChange.WaitAsync(waiting.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>An event waits for the user's turn as an operation does; where it is refused it asks again, since it cannot be refused and sent anew.</summary>
    private async ValueTask<IDisposable> TakeTurnAsync(GraphQLTarget target, CancellationToken cancellationToken)
    {
        while (true)
        {
            if ((await target.TakeTurn(cancellationToken)).Turn is { } taken)
                return taken;
            await Task.Delay(PauseForTurn, services.Clock, cancellationToken);
        }
    }

    private ValueTask<GraphQLTarget> TryBeginAsync(CancellationToken cancellationToken)
    {
        nextChange = session.NextChange;
        if (services.HostStops.IsCancellationRequested)
            throw new GraphQLException("This host is about to stop. Subscribe again.", StreamErrorCodes.HostStops);
        if (session.ExpiresAt <= services.Clock.GetUtcNow())
            throw new GraphQLException("The access token has expired. Subscribe again with a new one.", StreamErrorCodes.Unauthenticated);
        return session.BeginAsync(cancellationToken);
    }

    private TimeSpan UntilExpiry()
    {
        var left = session.ExpiresAt - services.Clock.GetUtcNow() ?? LongestWait;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > LongestWait ? LongestWait : left;
    }
}
