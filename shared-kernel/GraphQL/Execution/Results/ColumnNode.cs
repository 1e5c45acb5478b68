using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>A column with what the executor learned about it. A list has an inner node, objects have a set.</summary>
internal sealed class ColumnNode(GraphQLType type, Column column)
{
    /// <summary>The type of the entries.</summary>
    public GraphQLType Type { get; } = type;

    public bool IsNonNull { get; } = type is NonNullType;

    public Column Column { get; } = column;

    /// <summary>The items when the column is a <see cref="ListColumn"/>.</summary>
    public ColumnNode? Inner { get; init; }

    /// <summary>The objects when the column is a <see cref="RowsColumn"/> that is not empty.</summary>
    public ObjectSet? Objects { get; init; }

    /// <summary>The entries that failed.</summary>
    public IReadOnlyDictionary<int, GraphQLError>? Errors { get; set; }

    /// <summary>The entries that are null though the column holds something; made by <see cref="NullPropagation"/>.</summary>
    public bool[]? Nullified { get; set; }

    /// <summary>The entries that have an error in or at them; made by <see cref="NullPropagation"/>.</summary>
    public bool[]? Dirty { get; set; }

    public bool IsNull(int index) => (Nullified is not null && Nullified[index]) || Column.IsNull(index);
}
