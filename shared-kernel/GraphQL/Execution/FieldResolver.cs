using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>
/// Resolves a field for all parent objects of a level at once; never for one parent after the other. An instance belongs to a schema and
/// serves all requests and threads, so it keeps no state of a request.
/// </summary>
public abstract class FieldResolver
{
    /// <summary>
    /// Called once for each place where an operation selects the field, when the operation is compiled, parents before children. A resolver
    /// that prepares something for the operation (composed SQL, column slots) returns an instance that carries it.
    /// </summary>
    /// <returns>The resolver that executes the field in this operation.</returns>
    public virtual FieldResolver Plan(FieldPlanning planning) => this;

    /// <summary>
    /// Resolves the field for all parents. Called once per request. It may return before it is done: the fields of a level are all started
    /// before any is awaited.
    /// </summary>
    /// <returns>A column with one entry per parent, in the parents' order.</returns>
    /// <remarks>
    /// To fail for one parent call <see cref="FieldExecution.AddError(int, GraphQLError)"/>; to fail for all with a message of one's own throw
    /// a <see cref="GraphQLException"/>. Any other exception becomes an error with a general message and goes to the
    /// <see cref="IExecutionObserver"/>.
    /// </remarks>
    public abstract ValueTask<Column> ResolveAsync(FieldExecution execution);
}
