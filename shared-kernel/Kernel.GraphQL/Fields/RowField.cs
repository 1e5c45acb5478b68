using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>A field that shows a column of its parent row.</summary>
/// <param name="column">The column.</param>
/// <param name="permissions">What the user needs.</param>
internal sealed class RowField(RowColumn column, IReadOnlyList<string> permissions) : UnplannedResolver, IRowField
{
    /// <inheritdoc />
    public IReadOnlyList<RowColumn> Needs { get; } = [column];

    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning) =>
        new Planned(planning.RowSource().LayoutOf(planning.ParentType).SlotOf(column), permissions);

    private sealed class Planned(int slot, IReadOnlyList<string> permissions) : GuardedResolver(permissions)
    {
        protected override ValueTask<Column> ResolveAllowedAsync(FieldExecution execution)
        {
            var rows = (ReadRows)execution.Parents;
            return new ValueTask<Column>(ColumnMaker.Make(rows, rows.Result[slot], execution.Planned.Field.Type));
        }
    }
}

/// <summary>The opaque identifier of an entity.</summary>
/// <param name="typeName">The entity's type.</param>
internal sealed class IdField(string typeName) : FieldResolver
{
    private readonly byte[] prefix = IdColumn.PrefixOf(typeName);

    /// <inheritdoc />
    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
    {
        var rows = (ReadRows)execution.Parents;
        return new ValueTask<Column>(new IdColumn(rows, rows.Result.Keys(0), prefix));
    }
}
