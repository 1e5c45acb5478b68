using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>Cuts what a page statement gave into the pages of the parents: without the row too many that tells whether more follow, and turned
/// round where it was read from the end.</summary>
internal sealed class PageSlices
{
    private PageSlices(int parents)
    {
        Offsets = new int[parents + 1];
        HasMore = new bool[parents];
    }

    /// <summary>The rows of all pages, as shown.</summary>
    public int[] Rows { get; private set; } = [];

    /// <summary>Where each page begins among <see cref="Rows"/>, and where the last one ends.</summary>
    public int[] Offsets { get; }

    /// <summary>Whether more rows follow in the direction of reading.</summary>
    public bool[] HasMore { get; }

    /// <summary>Pages without rows.</summary>
    public static PageSlices Empty(int parents) => new(parents);

    /// <summary>Cuts a result.</summary>
    /// <param name="result">The rows, grouped by parent.</param>
    /// <param name="parents">How many parents there are.</param>
    /// <param name="positionSlot">The column of the parent's number, from 1; null where there is one list.</param>
    /// <param name="size">How many rows a page has at most.</param>
    /// <param name="backward">Whether the rows were read from the end.</param>
    public static PageSlices Of(ReadResult result, int parents, int? positionSlot, int size, bool backward)
    {
        var slices = new PageSlices(parents);
        var rows = new List<int>(result.Count);
        var row = 0;
        for (var parent = 0; parent < parents; parent++)
        {
            var start = row;
            while (row < result.Count && (positionSlot is null || result.Numbers(positionSlot.Value)[row] == parent + 1))
                row++;
            var count = Math.Min(row - start, size);
            slices.HasMore[parent] = row - start > size;
            for (var index = 0; index < count; index++)
                rows.Add(backward ? start + count - 1 - index : start + index);
            slices.Offsets[parent + 1] = rows.Count;
        }

        slices.Rows = [.. rows];
        return slices;
    }
}
