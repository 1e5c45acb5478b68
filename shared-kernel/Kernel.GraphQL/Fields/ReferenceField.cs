using Modular.GraphQL;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>A field that shows the entity whose key the parent holds.</summary>
/// <param name="target">The entity that is referred to.</param>
/// <param name="key">The parent row's column that holds the key; null where parents are C# objects.</param>
/// <param name="read">Reads the key of a parent that is a C# object; null where parents are rows.</param>
/// <param name="permissions">What the user needs beyond what the target takes.</param>
internal sealed class ReferenceField(
    EntityTable target, RowColumn? key, Func<object, Guid?>? read, IReadOnlyList<string> permissions) : UnplannedResolver, IRowField
{
    /// <inheritdoc />
    public IReadOnlyList<RowColumn> Needs { get; } = key is null ? [] : [key];

    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning)
    {
        var rows = target.Plan(planning.Planned);
        IReadOnlyList<string> needed = [.. permissions, .. target.Permissions];
        if (planning.ParentResolver is IRowSource source && key is not null)
            return new Planned(rows, RowKeys(source.LayoutOf(planning.ParentType).SlotOf(key)), needed);
        return new Planned(rows, ObjectKeys, needed);
    }

    private static Func<Rows, IReadOnlyList<Guid?>> RowKeys(int slot) => parents =>
    {
        var rows = (ReadRows)parents;
        var column = rows.Result.Keys(slot);
        var keys = new Guid?[rows.Count];
        for (var index = 0; index < keys.Length; index++)
        {
            var row = rows.RowOf(index);
            keys[index] = column.IsNull(row) ? null : column[row];
        }

        return keys;
    };

    private IReadOnlyList<Guid?> ObjectKeys(Rows parents) =>
        [.. ((ObjectRows)parents).Objects.Select(parent => parent is null ? null : read!(parent))];

    private sealed class Planned(PlannedRows plan, Func<Rows, IReadOnlyList<Guid?>> keysOf, IReadOnlyList<string> permissions)
        : GuardedResolver(permissions), IRowSource
    {
        public RowLayout LayoutOf(ObjectType type) => plan.Layout;

        protected override async ValueTask<Column> ResolveAllowedAsync(FieldExecution execution)
        {
            var column = await SharedRows.ReadAsync(execution, plan, keysOf(execution.Parents));
            if (execution.Planned.Field.Type is NonNullType)
                ReportMissing(execution, column);
            return column;
        }

        private void ReportMissing(FieldExecution execution, Column column)
        {
            for (var index = 0; index < column.Count; index++)
            {
                if (column.IsNull(index))
                    execution.AddError(index, new GraphQLError($"The {plan.Type.Name} does not exist, or you may not see it.") { Code = KernelErrorCodes.NotFound });
            }
        }
    }
}
