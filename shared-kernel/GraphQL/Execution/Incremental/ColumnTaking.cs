using Modular.GraphQL.Response;

namespace Modular.GraphQL.Execution;

/// <summary>Takes some entries of a column, so that only what is delivered now is executed further.</summary>
internal static class ColumnTaking
{
    /// <summary>A column of the entries at the given indices, in that order. Rows that none of them refers to are left out.</summary>
    public static Column Take(Column column, int[] indices) => column switch
    {
        RowsColumn rows => TakeRows(rows, indices),
        ListColumn list => TakeLists(list, indices),
        ObjectLeafColumn leaves => leaves.Take(indices),
        LeafColumn leaves => new TakenLeaves(leaves, indices),
        _ => throw new InvalidOperationException($"A {column.GetType().Name} stands for no values."),
    };

    private static RowsColumn TakeRows(RowsColumn column, int[] indices)
    {
        var places = new Dictionary<int, int>(indices.Length);
        var taken = new List<int>(indices.Length);
        var rowOf = new int[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            var row = column.RowOf(indices[i]);
            if (row >= 0 && places.TryAdd(row, taken.Count)) taken.Add(row);
            rowOf[i] = row < 0 ? -1 : places[row];
        }

        return new(column.Rows.Take([.. taken]), rowOf);
    }

    private static ListColumn TakeLists(ListColumn column, int[] indices)
    {
        var offsets = new int[indices.Length + 1];
        var nulls = new bool[indices.Length];
        var items = new List<int>();
        for (var i = 0; i < indices.Length; i++)
        {
            nulls[i] = column.IsNull(indices[i]);
            for (var item = column.Start(indices[i]); !nulls[i] && item < column.End(indices[i]); item++) items.Add(item);
            offsets[i + 1] = items.Count;
        }

        return new(offsets, Take(column.Inner, [.. items]), nulls);
    }

    private sealed class TakenLeaves(LeafColumn column, int[] indices) : LeafColumn
    {
        public override int Count => indices.Length;

        public override bool IsNull(int index) => column.IsNull(indices[index]);

        public override void Write(int index, JsonSink sink) => column.Write(indices[index], sink);
    }
}
