namespace Modular.GraphQL.Execution;

/// <summary>The lists of a streamed field for all parents, of which the first items have been delivered with the field.</summary>
/// <param name="lists">The lists as the resolver returned them.</param>
/// <param name="initialCount">How many items of each list come with the field.</param>
internal sealed class StreamedItems(ListColumn lists, int initialCount)
{
    /// <summary>The items of all lists.</summary>
    public Column Items => lists.Inner;

    /// <summary>Where the items of a parent's list begin.</summary>
    public int Start(int parent) => lists.Start(parent);

    /// <summary>Where the items that come later begin.</summary>
    public int LaterStart(int parent) => (int)Math.Min((long)lists.Start(parent) + initialCount, lists.End(parent));

    /// <summary>Where the items of a parent's list end, exclusive.</summary>
    public int End(int parent) => lists.IsNull(parent) ? LaterStart(parent) : lists.End(parent);

    /// <summary>The lists of the items that come with the field.</summary>
    public ListColumn TakeInitial()
    {
        var offsets = new int[lists.Count + 1];
        var nulls = new bool[lists.Count];
        var items = new List<int>();
        for (var parent = 0; parent < lists.Count; parent++)
        {
            nulls[parent] = lists.IsNull(parent);
            for (var item = lists.Start(parent); !nulls[parent] && item < LaterStart(parent); item++) items.Add(item);
            offsets[parent + 1] = items.Count;
        }

        return new(offsets, ColumnTaking.Take(lists.Inner, [.. items]), nulls);
    }
}
