using Modular.GraphQL;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>A plain list of the entities that refer to each parent, or the first of them.</summary>
/// <param name="list">Which entities.</param>
/// <param name="single">Whether only the first is shown.</param>
/// <param name="permissions">What the user needs beyond what the entity type takes.</param>
/// <param name="reach">The parents that have the list; null for all.</param>
internal sealed class ChildrenField(EntityList list, bool single, IReadOnlyList<string> permissions, ParentReach? reach) : UnplannedResolver, IRowField
{
    /// <inheritdoc />
    public IReadOnlyList<RowColumn> Needs { get; } = reach is null ? [] : [reach.Column];

    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning) =>
        new Planned(list, single, list.Table.Plan(planning.Planned), [.. permissions, .. list.Table.Permissions], reach?.SlotIn(planning));

    private sealed class Planned(EntityList list, bool single, PlannedRows plan, IReadOnlyList<string> permissions, int? reach)
        : GuardedResolver(permissions), IRowSource
    {
        public RowLayout LayoutOf(ObjectType type) => plan.Layout;

        protected override async ValueTask<Column> ResolveAllowedAsync(FieldExecution execution)
        {
            var request = execution.Kernel();
            var keys = ReachedParents.Keys(execution.Parents, reach);
            var size = single ? 1 : list.MaximumSize;
            var (conditions, slots, _) = list.Narrow(execution.Arguments, request);
            var order = list.OrderOf(execution.Arguments, request);
            var page = new RowsPage { Conditions = conditions, Parent = list.Parent, Sort = order.Terms, KeyDescending = order.KeyDescending };
            var values = request.Values(keys, single ? 1 : size + 1, slots.All);
            var result = await request.Session.ReadAsync(plan.Query.Page(page, values), values, plan.Query.LayoutOf(page));
            var slices = PageSlices.Of(result, keys.Length, plan.Query.Layout.Count, size, backward: false);
            var rows = new ReadRows(plan.Type, result, slices.Rows);
            if (single)
                return new RowsColumn(rows, FirstOfEach(slices.Offsets));
            ReportTooMany(execution, slices.HasMore, size);
            return new ListColumn(slices.Offsets, new RowsColumn(rows));
        }

        private static int[] FirstOfEach(int[] offsets)
        {
            var first = new int[offsets.Length - 1];
            for (var parent = 0; parent < first.Length; parent++)
                first[parent] = offsets[parent] < offsets[parent + 1] ? offsets[parent] : -1;
            return first;
        }

        private static void ReportTooMany(FieldExecution execution, bool[] hasMore, int size)
        {
            for (var parent = 0; parent < hasMore.Length; parent++)
            {
                if (hasMore[parent])
                    execution.AddError(parent, new GraphQLError($"There are more than {size} entries, which is the most that this list shows.") { Code = KernelErrorCodes.ListLimit });
            }
        }
    }
}
