namespace Modular.GraphQL;

/// <summary>Waits for what comes first: the next event of a source stream, its end, or a change that the subscription may not outlive.</summary>
internal sealed class SourceReader(IAsyncEnumerable<object?> source, ISubscriptionEvents events, CancellationTokenSource stopping) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<object?> enumerator = source.GetAsyncEnumerator(stopping.Token);
    private Task<bool>? moving;
    private Task? changing;

    /// <summary>The event.</summary>
    public object? Current => enumerator.Current;

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
        await stopping.CancelAsync();
        if (changing is not null) await changing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (moving is not null) await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await enumerator.DisposeAsync();
    }
}

/// <summary>What a subscription goes on with.</summary>
internal enum SourceSignal
{
    Event,
    Changed,
    End,
}
