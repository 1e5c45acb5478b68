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
    {
        var parents = (ObjectRows)execution.Parents;
        var values = new object?[parents.Count];
        for (var i = 0; i < values.Length; i++)
        {
            try
            {
                values[i] = read((TParent)parents[i]!, execution);
            }
            catch (GraphQLException exception)
            {
                execution.AddError(i, exception.Error);
            }
        }

        return new(ObjectColumns.From(values, execution.Planned.Field.Type, execution.Planned.Schema));
    }
}

/// <summary>Resolves a field for all parents by a function.</summary>
/// <param name="resolve">The function; see <see cref="FieldResolver.ResolveAsync"/>.</param>
public sealed class DelegateResolver(Func<FieldExecution, ValueTask<Column>> resolve) : FieldResolver
{
    /// <inheritdoc/>
    public override ValueTask<Column> ResolveAsync(FieldExecution execution) => resolve(execution);
}
