using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;

namespace Modular.Kernel.GraphQL;

/// <summary>A resolver of the schema that prepares another one for each operation, and never runs itself.</summary>
internal abstract class UnplannedResolver : FieldResolver
{
    /// <inheritdoc />
    public abstract override FieldResolver Plan(FieldPlanning planning);

    /// <inheritdoc />
    public sealed override ValueTask<Column> ResolveAsync(FieldExecution execution) =>
        throw new InvalidOperationException($"{GetType().Name} was executed without having been planned.");
}
