namespace Modular.GraphQL;

/// <summary>
/// Waits for what comes first: the next event of a source stream, its end, or a change that the subscription may not outlive. The stream is listened to from the
/// beginning: what happens before somebody waits for the first event is among the events.
/// </summary>
internal sealed class SourceReader : IAsyncDisposable
{
    private readonly ISubscriptionEvents events;
    private readonly CancellationTokenSource stopping;
    private readonly IAsyncEnumerator<object?> enumerator;
    private Task<bool>? moving;
    private Task? changing;
    private bool isClosed;

    /// <summary>Opens the stream.</summary>
    public SourceReader(IAsyncEnumerable<object?> source, ISubscriptionEvents events, CancellationToken cancellationToken)
    {
        this.events = events;
        stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enumerator = source.GetAsyncEnumerator(stopping.Token);
        // A stream that is written as an iterator does nothing, not even listen, before it is asked for its first event.
        moving = enumerator.MoveNextAsync().AsTask();
    }

    /// <summary>Cancelled when the subscription is to end.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>The event.</summary>
    public object? Current => enumerator.Current;

    /// <summary>Tells the stream that nobody wants its events any more.</summary>
    public void Stop() => stopping.Cancel();

    /// <summary>Waits. What the source stream throws comes as it is.</summary>
    public async ValueTask<SourceSignal> NextAsync()
    {
        moving ??= enumerator.MoveNextAsync().AsTask();
        changing ??= events.WhenChangedAsync(stopping.Token);
        if (await Task.WhenAny(moving, changing) == changing && !moving.IsCompleted)
        {
            await changing;
            changing = null;
            return SourceSignal.Changed;
        }

        var hasEvent = await moving;
        moving = null;
        return hasEvent ? SourceSignal.Event : SourceSignal.End;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (isClosed) return;
        isClosed = true;
        await stopping.CancelAsync();
        if (changing is not null) await changing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (moving is not null) await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await enumerator.DisposeAsync();
        stopping.Dispose();
    }
}

/// <summary>What a subscription goes on with.</summary>
internal enum SourceSignal
{
    Event,
    Changed,
    End,
}
