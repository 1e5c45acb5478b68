using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>A field of a C# object that shows the entities whose keys the object holds.</summary>
/// <param name="output">Which entities.</param>
/// <param name="read">Reads what holds the keys from the object.</param>
internal sealed class EntityOutputField(EntityOutput output, Func<object, object?> read) : UnplannedResolver
{
    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning) => new Planned(output, read, output.Table.Plan(planning.Planned));

    private sealed class Planned(EntityOutput output, Func<object, object?> read, PlannedRows plan)
        : GuardedResolver(output.Table.Permissions), IRowSource
    {
        public RowLayout LayoutOf(ObjectType type) => plan.Layout;

        protected override ValueTask<Column> ResolveAllowedAsync(FieldExecution execution)
        {
            var parents = (ObjectRows)execution.Parents;
            var values = new object?[parents.Count];
            for (var index = 0; index < values.Length; index++)
                values[index] = read(parents[index]!);
            return output.ReadAsync(execution, plan, values, now: false);
        }
    }
}
