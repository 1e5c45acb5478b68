using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>Objects that are rows of a statement's result: all of them, or a choice in an order of its own.</summary>
internal sealed class ReadRows : Rows
{
    private readonly int[]? rows;

    public ReadRows(ObjectType type, ReadResult result, int[]? rows = null)
    {
        SingleType = type;
        Result = result;
        this.rows = rows;
    }

    /// <inheritdoc />
    public override int Count => rows?.Length ?? Result.Count;

    /// <inheritdoc />
    public override ObjectType SingleType { get; }

    /// <summary>The statement's result.</summary>
    public ReadResult Result { get; }

    /// <summary>Whether the rows are entities, or a statement's rows of parents, with a key in their first column.</summary>
    public bool HasKeys => Result[0] is ValueBuffer<Guid>;

    /// <summary>Rows of nothing.</summary>
    public static ReadRows None(ObjectType type) => new(type, new ReadResult([ValueKind.Uuid]));

    /// <summary>The number of an object's row in the result.</summary>
    public int RowOf(int index) => rows is null ? index : rows[index];

    /// <summary>The key of an entity's row.</summary>
    public Guid KeyOf(int index) => Result.Keys(0)[RowOf(index)];

    /// <summary>The keys of all objects.</summary>
    public Guid[] Keys()
    {
        var keys = new Guid[Count];
        for (var index = 0; index < keys.Length; index++)
            keys[index] = KeyOf(index);
        return keys;
    }

    /// <inheritdoc />
    public override ObjectType TypeOf(int index) => SingleType;

    /// <inheritdoc />
    public override Rows Take(int[] indices)
    {
        var taken = new int[indices.Length];
        for (var index = 0; index < taken.Length; index++)
            taken[index] = RowOf(indices[index]);
        return new ReadRows(SingleType, Result, taken);
    }
}
