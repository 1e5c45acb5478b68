using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>A column with what the executor learned about it. A list has an inner node, objects have a set.</summary>
internal sealed class ColumnNode
{
    private readonly bool hasNoNulls;

    public ColumnNode(GraphQLType type, Column column)
    {
        Column = column;
        Leaf = column as LeafColumn;
        Rows = column as RowsColumn;
        List = column as ListColumn;
        IsNonNull = type is NonNullType;
        hasNoNulls = IsNonNull && !column.HasNulls;
    }

    /// <summary>Whether the type of the entries excludes null.</summary>
    public bool IsNonNull { get; }

    /// <summary>Whether there are nulls where none may be.</summary>
    public bool HasForbiddenNulls => IsNonNull && !hasNoNulls;

    public Column Column { get; }

    // The kinds of columns, told apart once and not for each entry.
    public LeafColumn? Leaf { get; }

    public RowsColumn? Rows { get; }

    public ListColumn? List { get; }

    /// <summary>The items when the column is a list.</summary>
    public ColumnNode? Inner { get; init; }

    /// <summary>The objects when the column is one of rows and not empty.</summary>
    public ObjectSet? Objects { get; init; }

    /// <summary>The entries that failed.</summary>
    public IReadOnlyDictionary<int, GraphQLError>? Errors { get; set; }

    /// <summary>The entries that are null though the column holds something; made by <see cref="NullPropagation"/>.</summary>
    public bool[]? Nullified { get; set; }

    /// <summary>The entries that have an error in or at them; made by <see cref="NullPropagation"/>.</summary>
    public bool[]? Dirty { get; set; }

    public bool IsNull(int index) => Nullified is not null ? Nullified[index] || Column.IsNull(index) : !hasNoNulls && Column.IsNull(index);
}
