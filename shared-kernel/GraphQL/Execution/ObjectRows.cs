using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>Rows that are CLR objects.</summary>
public sealed class ObjectRows : Rows
{
    private readonly object?[] objects;
    private readonly Schema? schema;

    /// <summary>Objects that all are of one object type.</summary>
    public ObjectRows(object?[] objects, ObjectType type)
    {
        this.objects = objects;
        SingleType = type;
    }

    /// <summary>Objects of a type, which for an interface or union is told by each object's CLR type.</summary>
    /// <param name="objects">The objects. An entry that no parent refers to may be null.</param>
    /// <param name="type">The type of the field that returns them.</param>
    /// <param name="schema">The schema, which knows the CLR types of its object types.</param>
    public ObjectRows(object?[] objects, CompositeType type, Schema schema)
    {
        this.objects = objects;
        this.schema = schema;
        SingleType = type as ObjectType;
    }

    private ObjectRows(object?[] objects, ObjectType? singleType, Schema? schema)
    {
        this.objects = objects;
        this.schema = schema;
        SingleType = singleType;
    }

    /// <inheritdoc/>
    public override int Count => objects.Length;

    /// <inheritdoc/>
    public override ObjectType? SingleType { get; }

    /// <summary>The objects.</summary>
    public IReadOnlyList<object?> Objects => objects;

    /// <summary>The objects without a copy.</summary>
    public ReadOnlySpan<object?> AsSpan() => objects;

    /// <summary>The object at an index.</summary>
    public object? this[int index] => objects[index];

    /// <inheritdoc/>
    public override ObjectType TypeOf(int index)
    {
        if (SingleType is not null) return SingleType;
        var clrType = objects[index]?.GetType();
        if (clrType is not null && schema?.FindObjectType(clrType) is { } type) return type;
        throw new GraphQLException(new GraphQLError($"No object type of the schema stands for the CLR type {clrType?.ToString() ?? "null"}."));
    }

    /// <inheritdoc/>
    public override Rows Take(int[] indices)
    {
        var taken = new object?[indices.Length];
        for (var i = 0; i < indices.Length; i++) taken[i] = objects[indices[i]];
        return new ObjectRows(taken, SingleType, schema);
    }
}
