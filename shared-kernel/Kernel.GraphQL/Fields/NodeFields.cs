using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>A root field that shows one entity by its id.</summary>
internal sealed class ByIdField(EntityTable table, IReadOnlyList<string> permissions) : UnplannedResolver
{
    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning) =>
        new Planned(table.Plan(planning.Planned), [.. permissions, .. table.Permissions]);

    private sealed class Planned(PlannedRows plan, IReadOnlyList<string> permissions) : GuardedResolver(permissions), IRowSource
    {
        public RowLayout LayoutOf(ObjectType type) => plan.Layout;

        protected override ValueTask<Column> ResolveAllowedAsync(FieldExecution execution)
        {
            var key = NodeIds.KeyOf(execution.Arguments.Get<string>("id")!, plan.Type.Name, $"{execution.Planned.Field.Name}(id:)");
            return SharedRows.ReadAsync(execution, plan, [key]);
        }
    }
}
