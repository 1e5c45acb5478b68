using System.Collections.Concurrent;

namespace Modular.GraphQL.Planning;

/// <summary>
/// Keeps compiled operations, at most so many and so many bytes of documents. A hit takes no lock; what was not used for the longest time
/// goes first, by the second-chance rule.
/// </summary>
internal sealed class OperationCache(int maxOperations, long maxBytes)
{
    private readonly ConcurrentDictionary<OperationKey, Entry> entries = new();
    private readonly Queue<Entry> order = new();
    private long bytes;

    public int Count => entries.Count;

    public CompiledOperation? Find(OperationKey key)
    {
        if (!entries.TryGetValue(key, out var entry)) return null;
        // Written only when it changes, so that the readers of a popular operation do not fight for its cache line.
        if (!entry.IsUsed) entry.IsUsed = true;
        return entry.Operation;
    }

    /// <summary>Adds an operation, unless another thread has already. The key's bytes must stay unchanged.</summary>
    public void Add(OperationKey key, CompiledOperation operation)
    {
        var entry = new Entry(key, operation);
        if (key.Document.Length > maxBytes || !entries.TryAdd(key, entry)) return;
        lock (order)
        {
            order.Enqueue(entry);
            bytes += key.Document.Length;
            while (order.Count > maxOperations || bytes > maxBytes) EvictOne();
        }
    }

    private void EvictOne()
    {
        while (true)
        {
            var oldest = order.Dequeue();
            if (oldest.IsUsed)
            {
                oldest.IsUsed = false;
                order.Enqueue(oldest);
                continue;
            }

            entries.TryRemove(oldest.Key, out _);
            bytes -= oldest.Key.Document.Length;
            return;
        }
    }

    private sealed class Entry(OperationKey key, CompiledOperation operation)
    {
        private volatile bool isUsed;

        public OperationKey Key { get; } = key;

        public CompiledOperation Operation { get; } = operation;

        public bool IsUsed
        {
            get => isUsed;
            set => isUsed = value;
        }
    }
}
