using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>Reads a field from its parent object, without waiting for anything: a property or a computation over it.</summary>
/// <typeparam name="TParent">The CLR type of the parent objects.</typeparam>
/// <param name="read">Reads the value of one parent; see <see cref="ObjectColumns.From"/> for what it may return.</param>
public sealed class ValueResolver<TParent>(Func<TParent, FieldExecution, object?> read) : FieldResolver
{
    /// <summary>Reads the field from its parent object alone.</summary>
    public ValueResolver(Func<TParent, object?> read)
        : this((parent, _) => read(parent))
    {
    }

    /// <inheritdoc/>
    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
        => new(ObjectColumns.From(Values.Read(execution, read), execution.Planned.Field.Type, execution.Planned.Schema));
}

/// <summary>
/// Reads a field of a scalar type from its parent object, like <see cref="ValueResolver{TParent}"/>, but without boxing where the scalar can write
/// values of the type as they are.
/// </summary>
/// <typeparam name="TParent">The CLR type of the parent objects.</typeparam>
/// <typeparam name="TValue">The CLR type of the values.</typeparam>
/// <param name="read">Reads the value of one parent.</param>
public sealed class ValueResolver<TParent, TValue>(Func<TParent, TValue> read) : FieldResolver
{
    /// <inheritdoc/>
    public override FieldResolver Plan(FieldPlanning planning)
        => LeafWriters.For<TValue>(planning.Field.Type) is { } write ? new Unboxed(read, write) : new ValueResolver<TParent>(parent => read(parent));

    /// <inheritdoc/>
    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
        => throw new InvalidOperationException("The field is resolved by what its plan returned.");

    private sealed class Unboxed(Func<TParent, TValue> read, LeafWriter<TValue> write) : FieldResolver
    {
        private readonly Func<TParent, FieldExecution, TValue> readWith = (parent, _) => read(parent);

        public override ValueTask<Column> ResolveAsync(FieldExecution execution) => new(new ValueColumn<TValue>(Values.Read(execution, readWith), write));
    }
}

/// <summary>Resolves a field for all parents by a function.</summary>
/// <param name="resolve">The function; see <see cref="FieldResolver.ResolveAsync"/>.</param>
public sealed class DelegateResolver(Func<FieldExecution, ValueTask<Column>> resolve) : FieldResolver
{
    /// <inheritdoc/>
    public override ValueTask<Column> ResolveAsync(FieldExecution execution) => resolve(execution);
}

/// <summary>Reads a value of each parent object.</summary>
internal static class Values
{
    /// <summary>Reads all; an exception for clients fails its parent alone.</summary>
    public static TValue[] Read<TParent, TValue>(FieldExecution execution, Func<TParent, FieldExecution, TValue> read)
    {
        var parents = ((ObjectRows)execution.Parents).AsSpan();
        var values = new TValue[parents.Length];
        var next = 0;
        while (next < values.Length)
        {
            try
            {
                for (; next < values.Length; next++) values[next] = read((TParent)parents[next]!, execution);
            }
            catch (GraphQLException exception)
            {
                execution.AddError(next++, exception.Error);
            }
        }

        return values;
    }
}
