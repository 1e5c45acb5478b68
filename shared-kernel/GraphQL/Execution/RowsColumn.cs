namespace Modular.GraphQL.Execution;

/// <summary>
/// A column of objects. Several parents may share a row, so that what many refer to (the organization of many members) is resolved once.
/// </summary>
public sealed class RowsColumn : Column
{
    private readonly int[]? rowOf;

    /// <summary>Parent <c>i</c> has the object at row <c>rowOf[i]</c>, or null where that is -1.</summary>
    /// <param name="rows">The objects that are not null.</param>
    /// <param name="rowOf">The row of each parent; when left out parent <c>i</c> has row <c>i</c>.</param>
    public RowsColumn(Rows rows, int[]? rowOf = null)
    {
        Rows = rows;
        this.rowOf = rowOf;
    }

    /// <summary>The objects, which are the parents of the next level.</summary>
    public Rows Rows { get; }

    /// <inheritdoc/>
    public override int Count => rowOf?.Length ?? Rows.Count;

    /// <inheritdoc/>
    public override bool HasNulls => rowOf is not null && Array.IndexOf(rowOf, -1) >= 0;

    /// <inheritdoc/>
    public override bool IsNull(int index) => rowOf is not null && rowOf[index] < 0;

    /// <summary>The row of a parent, -1 for null.</summary>
    public int RowOf(int index) => rowOf is null ? index : rowOf[index];
}
