using System.Collections.Concurrent;

namespace Modular.GraphQL.AspNetCore.Streams;

/// <summary>Counts the subscriptions that each user has on this host.</summary>
internal sealed class SubscriptionCounts
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Counts one more, unless the user has as many as are allowed.</summary>
    /// <returns>What is disposed when the subscription ends; absent when it is one too many.</returns>
    public IDisposable? TryEnter(string user, int most)
    {
        var count = counts.AddOrUpdate(user, 1, (_, number) => number + 1);
        var entry = new Entry(this, user);
        if (count <= most)
            return entry;
        entry.Dispose();
        return null;
    }

    private void Leave(string user)
    {
        if (counts.AddOrUpdate(user, 0, (_, number) => number - 1) == 0)
            counts.TryRemove(new KeyValuePair<string, int>(user, 0));
    }

    private sealed class Entry(SubscriptionCounts counts, string user) : IDisposable
    {
        public void Dispose() => counts.Leave(user);
    }
}
