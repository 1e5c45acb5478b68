namespace Modular.GraphQL.Execution;

/// <summary>The items of a streamed field that are delivered next, of all lists that the client waits for.</summary>
internal sealed class StreamedSlice
{
    private readonly List<(StreamedList List, int Start, int End)> lists = [];

    public StreamedSlice(StreamedBatch batch, int itemsAtOnce)
    {
        Batch = batch;
        var items = new List<int>();
        // The same list may stand at several places of the response, whose parents share a row.
        var starts = new Dictionary<(int Parent, int Next), int>();
        foreach (var list in batch.Lists)
        {
            if (list.State != DeliveryState.Announced) continue;
            var count = Math.Min(itemsAtOnce, list.End - list.Next);
            if (starts.TryAdd((list.Parent, list.Next), items.Count)) items.AddRange(Enumerable.Range(list.Next, count));
            var start = starts[(list.Parent, list.Next)];
            lists.Add((list, start, start + count));
        }

        Items = [.. items];
    }

    public StreamedBatch Batch { get; }

    /// <summary>The items, counted over all lists of the field.</summary>
    public int[] Items { get; }

    /// <summary>For each list where its items stand in <see cref="Items"/>.</summary>
    public IReadOnlyList<(StreamedList List, int Start, int End)> Lists => lists;
}
