using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>Where the columns that an operation needs of a row stand in the statement's result.</summary>
internal sealed class RowLayout
{
    private readonly Dictionary<RowColumn, int> slots = [];

    /// <summary>Lays columns out.</summary>
    /// <param name="needed">The columns, each once, the key among them where it is needed.</param>
    /// <param name="firstSlot">The slot of the first column: 1 behind a key.</param>
    public RowLayout(IReadOnlyList<RowColumn> needed, int firstSlot)
    {
        var columns = new List<RowColumn>(needed.Count);
        foreach (var column in needed)
        {
            slots.Add(column, column.IsKey ? 0 : firstSlot + columns.Count);
            if (!column.IsKey)
                columns.Add(column);
        }

        Columns = columns;
    }

    /// <summary>The columns in order of their slots.</summary>
    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>What the selected fields need, each column once. The order is the same in whatever order a document names the fields, so that all
    /// of them share one statement.</summary>
    /// <param name="selections">What is selected of the rows, in all places that show them.</param>
    public static List<RowColumn> Needed(IEnumerable<PlannedSelection> selections)
    {
        var needed = new List<RowColumn>();
        foreach (var selection in selections)
        {
            foreach (var field in selection.Fields)
            {
                if (field.Field.Resolver is IRowField row)
                    needed.AddRange(row.Needs);
            }
        }

        needed.Sort(static (one, other) => one.Number.CompareTo(other.Number));
        RemoveRepeated(needed);
        return needed;
    }

    /// <summary>The slot of a column.</summary>
    public int SlotOf(RowColumn column) => slots.TryGetValue(column, out var slot)
        ? slot
        : throw new InvalidOperationException($"The column {column.Name} is read where it was not planned.");

    private static void RemoveRepeated(List<RowColumn> sorted)
    {
        var kept = 0;
        for (var index = 0; index < sorted.Count; index++)
        {
            if (kept == 0 || sorted[index] != sorted[kept - 1])
                sorted[kept++] = sorted[index];
        }

        sorted.RemoveRange(kept, sorted.Count - kept);
    }
}

/// <summary>A field that is made of columns of its parent row.</summary>
internal interface IRowField
{
    /// <summary>The columns.</summary>
    IReadOnlyList<RowColumn> Needs { get; }
}

/// <summary>A planned field whose objects, or those of the levels that it passes through, are rows read by a statement.</summary>
internal interface IRowSource
{
    /// <summary>Where the columns stand in the rows of a type.</summary>
    RowLayout LayoutOf(ObjectType type);
}
