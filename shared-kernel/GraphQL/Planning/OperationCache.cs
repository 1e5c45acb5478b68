using System.Collections.Concurrent;

namespace Modular.GraphQL.Planning;

/// <summary>
/// Keeps compiled operations, at most so many and about so many bytes of memory. A hit takes no lock. Of documents that came only once just the
/// last few are kept: a flood of them neither drives out what is asked again and again nor lives long enough to burden the garbage collector.
/// What came again goes only when it was not used for the longest time, by the second-chance rule.
/// </summary>
internal sealed class OperationCache
{
    private const int MostNewcomers = 64;
    private const int RememberedNewcomers = 4096;

    // Measured: the tree and the plan of an operation take 20 to 40 times the bytes of its document.
    private const long MemoryPerByte = 40;

    private readonly int maxOperations;
    private readonly long maxBytes;
    private readonly int maxNewcomers;
    private readonly ConcurrentDictionary<OperationKey, Entry> entries = new();
    private readonly Queue<Entry> newcomers = new();
    private readonly Queue<Entry> regulars = new();

    // The hashes of newcomers that were let go, each at the place that it falls on; whoever comes again is no newcomer.
    private readonly int[] formerNewcomers = new int[RememberedNewcomers];
    private long bytes;

    public OperationCache(int maxOperations, long maxBytes)
    {
        this.maxOperations = maxOperations;
        this.maxBytes = maxBytes;
        maxNewcomers = Math.Min(MostNewcomers, maxOperations / 8);
    }

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
        if (SizeOf(key) > maxBytes || !entries.TryAdd(key, entry)) return;
        lock (newcomers)
        {
            (CameBefore(key) ? regulars : newcomers).Enqueue(entry);
            bytes += SizeOf(key);
            while (newcomers.Count > MostNewcomers || newcomers.Count + regulars.Count > maxOperations || bytes > maxBytes) EvictOne();
        }
    }

    private void EvictOne()
    {
        if (newcomers.Count > maxNewcomers || regulars.Count == 0) EvictNewcomer();
        else EvictRegular();
    }

    // A newcomer that was asked for again becomes a regular instead.
    private void EvictNewcomer()
    {
        var oldest = newcomers.Dequeue();
        if (oldest.IsUsed)
        {
            oldest.IsUsed = false;
            regulars.Enqueue(oldest);
            return;
        }

        var hash = oldest.Key.GetHashCode();
        formerNewcomers[PlaceOf(hash)] = hash;
        Remove(oldest);
    }

    private void EvictRegular()
    {
        while (true)
        {
            var oldest = regulars.Dequeue();
            if (!oldest.IsUsed)
            {
                Remove(oldest);
                return;
            }

            oldest.IsUsed = false;
            regulars.Enqueue(oldest);
        }
    }

    private void Remove(Entry entry)
    {
        entries.TryRemove(entry.Key, out _);
        bytes -= SizeOf(entry.Key);
    }

    // Two documents of one hash are taken for one, by which one of them is kept a little longer than it deserves.
    private bool CameBefore(OperationKey key)
    {
        var hash = key.GetHashCode();
        return formerNewcomers[PlaceOf(hash)] == hash;
    }

    private static long SizeOf(OperationKey key) => MemoryPerByte * key.Document.Length;

    private static int PlaceOf(int hash) => (int)((uint)hash % RememberedNewcomers);

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
