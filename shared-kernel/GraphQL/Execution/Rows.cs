using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>The objects of one level that a field returned, in whatever form their resolvers understand. Immutable.</summary>
public abstract class Rows
{
    /// <summary>How many objects there are.</summary>
    public abstract int Count { get; }

    /// <summary>
    /// The object type that all rows are known to have, so that no row has to be asked; <see langword="null"/> when they may differ.
    /// </summary>
    public virtual ObjectType? SingleType => null;

    /// <summary>The type of a row.</summary>
    /// <exception cref="GraphQLException">The row is of no type of the schema; the field then fails for this row.</exception>
    public abstract ObjectType TypeOf(int index);

    /// <summary>The rows at the given indices, in that order; used to part the rows of an interface or union by type.</summary>
    public abstract Rows Take(int[] indices);
}
