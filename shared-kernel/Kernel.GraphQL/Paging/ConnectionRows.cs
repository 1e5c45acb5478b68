using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>The connections of all parents of a level: each is a slice of one list of rows.</summary>
internal sealed class ConnectionRows(ObjectType type, ReadRows nodes, int[] offsets) : Rows
{
    /// <inheritdoc />
    public override int Count => offsets.Length - 1;

    /// <inheritdoc />
    public override ObjectType SingleType => type;

    /// <summary>The rows of all pages, in the order in which they are shown.</summary>
    public ReadRows Nodes => nodes;

    /// <summary>Where each parent's page begins among <see cref="Nodes"/>, and where the last one ends.</summary>
    public int[] Offsets => offsets;

    /// <summary>Whether rows follow behind each page.</summary>
    public required bool[] HasNext { get; init; }

    /// <summary>Whether rows stand before each page.</summary>
    public required bool[] HasPrevious { get; init; }

    /// <summary>How many rows each list has in all; null where nobody asks.</summary>
    public ValueBuffer<long>? Totals { get; init; }

    /// <summary>The cursors of the rows; null where nobody asks.</summary>
    public RowCursors? Cursors { get; init; }

    /// <inheritdoc />
    public override ObjectType TypeOf(int index) => type;

    /// <inheritdoc />
    /// <remarks>Rows are parted by type behind interfaces only, and no interface stands for a connection.</remarks>
    public override Rows Take(int[] indices) => throw new NotSupportedException("The connections of a level are all of one type.");
}

/// <summary>The cursors of a statement's rows.</summary>
/// <param name="Codec">How cursors of the list are written.</param>
/// <param name="FirstSlot">Where the values of the order stand.</param>
internal sealed record RowCursors(Cursor Codec, int FirstSlot)
{
    /// <summary>The cursor of a row, as UTF-8.</summary>
    public byte[] Of(ReadRows rows, int index) => Codec.Of(rows.Result, rows.RowOf(index), FirstSlot);
}
