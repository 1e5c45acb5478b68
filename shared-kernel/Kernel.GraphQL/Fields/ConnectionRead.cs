using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// A connection in one operation: one statement for the pages of all parents, one more for the totals if they are selected, both in the
/// level's batch.
/// </summary>
internal sealed class ConnectionRead(
    EntityList list, PlannedRows plan, ConnectionSelection selected, ObjectType type, IReadOnlyList<string> permissions)
    : GuardedResolver(permissions), IRowSource
{
    /// <summary>The column that tells which parents have the connection; null for all.</summary>
    public int? Reach { get; init; }

    /// <inheritdoc />
    public RowLayout LayoutOf(ObjectType type) => plan.Layout;

    /// <inheritdoc />
    protected override async ValueTask<Column> ResolveAllowedAsync(FieldExecution execution)
    {
        var request = execution.Kernel();
        var window = PageWindow.Of(execution.Arguments, list.MaximumSize);
        var keys = list.Parent is null ? [] : ReachedParents.Keys(execution.Parents, Reach);
        var (conditions, slots, treeDay) = list.Narrow(execution.Arguments, request);
        var order = list.OrderOf(execution.Arguments, request);
        var cursors = new Cursor($"{list.Table.Name}/{order.Signature}", [.. order.Terms.Select(term => term.Column.Kind)]);
        var reading = window.Backward ? order.Reversed() : order;
        var page = new RowsPage
        {
            Conditions = conditions,
            Parent = list.Parent,
            TreeDay = treeDay,
            Sort = reading.Terms,
            KeyDescending = reading.KeyDescending,
            After = Behind(window, cursors, reading, slots),
            Cursors = selected.NeedsCursors,
        };

        var limit = selected.NeedsNext ? window.Size + 1 : window.Size;
        var values = request.Values(keys, limit, slots.All);
        var reads = selected.NeedsRows ? request.Session.ReadAsync(plan.Query.Page(page, values), values, plan.Query.LayoutOf(page)) : null;
        var counts = selected.NeedsTotal ? request.Session.ReadAsync(plan.Query.Count(page, values), values, [ValueKind.Long]) : null;
        var rows = reads is null ? null : await reads;
        var totals = counts is null ? null : await counts;
        return new RowsColumn(Shape(execution.Parents.Count, rows, totals, page, window, cursors));
    }

    private ConnectionRows Shape(int parents, ReadResult? rows, ReadResult? totals, RowsPage page, PageWindow window, Cursor cursors)
    {
        var positionSlot = plan.Query.Layout.Count + (page.Cursors ? page.Sort.Count : 0);
        var slices = rows is null
            ? PageSlices.Empty(parents)
            : PageSlices.Of(rows, parents, page.Parent is null ? null : positionSlot, window.Size, window.Backward);
        // Relay lets the other end be told from the cursor alone: where a page begins behind a row, that row stands before it.
        var fromCursor = Enumerable.Repeat(window.From is not null, parents).ToArray();
        return new ConnectionRows(type, rows is null ? ReadRows.None(plan.Type) : new ReadRows(plan.Type, rows, slices.Rows), slices.Offsets)
        {
            HasNext = window.Backward ? fromCursor : slices.HasMore,
            HasPrevious = window.Backward ? slices.HasMore : fromCursor,
            Totals = totals?.Numbers(0),
            Cursors = new RowCursors(cursors, plan.Query.Layout.Count),
        };
    }

    private KeysetCondition? Behind(PageWindow window, Cursor cursors, SortOrder reading, SlotValues slots)
    {
        if (window.From is null)
            return null;
        var values = cursors.Parse(window.From) ?? throw PageWindow.Refused(
            $"\"{window.From}\" is no cursor of this list in this order; pass a cursor that the same list gave.");
        IReadOnlyList<SortTerm> terms = [.. reading.Terms, new SortTerm(list.Table.Key, reading.KeyDescending)];
        return new KeysetCondition(terms, [.. values.Select(value => value is null ? (int?)null : slots.Add(value))]);
    }
}
