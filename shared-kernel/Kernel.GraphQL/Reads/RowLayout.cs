using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>Where the columns that an operation needs of a row stand in the statement's result.</summary>
internal sealed class RowLayout
{
    private readonly Dictionary<RowColumn, int> slots = [];
    private readonly List<RowColumn> columns = [];
    private readonly int firstSlot;

    private RowLayout(int firstSlot) => this.firstSlot = firstSlot;

    /// <summary>The columns in order of their slots.</summary>
    public IReadOnlyList<RowColumn> Columns => columns;

    /// <summary>Gathers what the selected fields need.</summary>
    /// <param name="selections">What is selected of the rows, in all places that show them.</param>
    /// <param name="firstSlot">The slot of the first column: 1 behind a key.</param>
    public static RowLayout Of(IEnumerable<PlannedSelection> selections, int firstSlot = 1)
    {
        var layout = new RowLayout(firstSlot);
        foreach (var field in selections.SelectMany(selection => selection.Fields))
        {
            if (field.Field.Resolver is IRowField needing)
                layout.AddAll(needing.Needs);
        }

        return layout;
    }

    /// <summary>The slot of a column.</summary>
    public int SlotOf(RowColumn column) => slots.TryGetValue(column, out var slot)
        ? slot
        : throw new InvalidOperationException($"The column {column.Name} is read where it was not planned.");

    private void AddAll(IEnumerable<RowColumn> needed)
    {
        foreach (var column in needed)
        {
            if (column.IsKey)
                slots[column] = 0;
            else if (slots.TryAdd(column, firstSlot + columns.Count))
                columns.Add(column);
        }
    }
}

/// <summary>A field that is made of columns of its parent row.</summary>
internal interface IRowField
{
    /// <summary>The columns.</summary>
    IEnumerable<RowColumn> Needs { get; }
}

/// <summary>A planned field whose objects, or those of the levels that it passes through, are rows read by a statement.</summary>
internal interface IRowSource
{
    /// <summary>Where the columns stand in the rows of a type.</summary>
    RowLayout LayoutOf(ObjectType type);
}
