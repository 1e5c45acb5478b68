using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// What operations read of one table that need the same columns. The text of a statement is composed once for each shape of request and kept.
/// </summary>
/// <param name="model">All tables.</param>
/// <param name="table">The table.</param>
/// <param name="columns">The columns that the operation needs, behind the key.</param>
/// <param name="guarded">Further columns that take a permission: filters and orders may name them.</param>
internal sealed class RowsQuery(ReadModel model, ReadTable table, IReadOnlyList<RowColumn> columns, IReadOnlyList<RowColumn>? guarded = null)
{
    private const int MostShapes = 256;
    private readonly ConcurrentDictionary<string, ReadStatement> statements = new();
    private readonly RowColumn[] gates =
        [.. columns.Concat(guarded ?? []).Where(column => column.Permission is not null).DistinctBy(column => (column.Permission, column.Reach is null))];

    /// <summary>The table.</summary>
    public ReadTable Table { get; } = table;

    /// <summary>The kinds of the result columns that every statement has: the key, then the columns.</summary>
    public IReadOnlyList<ValueKind> Layout { get; } = [ValueKind.Uuid, .. columns.Select(column => column.Kind)];

    /// <summary>The rows of these keys.</summary>
    public ReadStatement ByKeys(ReadValues values) => values.Keys.Length == 1
        ? Statement("key", ReachedRows.Few, values, writer => WriteByKey(writer).Text(" = ").Parameter(OnlyKeyParameter.Instance))
        : Statement("keys", ReachedRows.Few, values, writer => WriteByKey(writer).Text(" = any(").Parameter(FilledKeysParameter.Instance).Text(")"));

    /// <summary>A page of rows.</summary>
    public ReadStatement Page(RowsPage page, ReadValues values)
    {
        var bound = PageBound.Of(values.Limit);
        return Statement($"page{bound}{page.Shape}", page.Parent is null ? ReachedRows.Page : ReachedRows.Few, values, writer =>
        {
            if (page.Parent is null)
                WriteRows(writer, page, page.Cursors ? page.Sort : [], bound, "");
            else
                WriteRowsOfParents(writer, page, bound);
        });
    }

    /// <summary>How many rows there are: one number, or one for each parent in the order of the keys.</summary>
    public ReadStatement Count(RowsPage page, ReadValues values) => Statement($"count{page.FilterShape}", ReachedRows.All, values, writer =>
    {
        if (page.Parent is null)
        {
            WriteCount(writer, page);
            return;
        }

        writer.Text("select (");
        WriteCount(writer, page);
        writer.Text(") from unnest(").Parameter(KeysParameter.Instance)
            .Text(") with ordinality as parent(key, position) order by parent.position");
    });

    /// <summary>The kinds of the result columns of <see cref="Page"/>: behind the layout the order, where cursors are made, and the parent's number.</summary>
    public IReadOnlyList<ValueKind> LayoutOf(RowsPage page)
    {
        if (!page.Cursors && page.Parent is null)
            return Layout;
        return
        [
            .. Layout,
            .. page.Cursors ? page.Sort.Select(term => term.Column.Kind) : [],
            .. page.Parent is null ? Array.Empty<ValueKind>() : [ValueKind.Long],
        ];
    }

    private SqlWriter WriteByKey(SqlWriter writer)
    {
        Select(writer, "t", [], "");
        return writer.Text($" from {Table.QuotedName} as t where ").Readable(Table, "t").Text($" and t.{Table.Key.QuotedName}");
    }

    private void WriteRowsOfParents(SqlWriter writer, RowsPage page, int bound)
    {
        writer.Text("select page.k");
        for (var index = 0; index < columns.Count; index++)
            writer.Text($", page.c{index}");
        for (var index = 0; page.Cursors && index < page.Sort.Count; index++)
            writer.Text($", page.s{index}");
        writer.Text(", parent.position from unnest(").Parameter(FilledKeysParameter.Instance)
            .Text(") with ordinality as parent(key, position) cross join lateral (");
        if (page.TreeDay is not null)
        {
            ParentLink.WriteSize(writer, page.TreeDay);
            writer.Text(") as size cross join lateral (");
        }

        WriteRows(writer, page, page.Sort, bound, "named");
        writer.Text(") as page order by parent.position");
        for (var index = 0; index < page.Sort.Count; index++)
            writer.Text($", page.s{index}{Direction(page.Sort[index])}");
        writer.Text($", page.k{KeyDirection(page)}");
    }

    private void WriteRows(SqlWriter writer, RowsPage page, IReadOnlyList<SortTerm> selectedOrder, int bound, string naming)
    {
        writer.Text("select * from (");
        var ways = RowsWays.Of(page, Table, writer.Shape);
        ways.WriteWith(writer);
        foreach (var way in ways.All)
        {
            writer.Text(way.Before).LooksUpPlaces = way.LooksUpPlaces;
            WriteBounded(writer, page, selectedOrder, naming);
            way.WriteCondition(writer, $"t.{Table.Key.QuotedName}");
            WriteOrder(writer, page, bound).Text(way.After).LooksUpPlaces = false;
        }

        writer.Text(") as bounded limit ").Parameter(LimitParameter.Instance);
    }

    private SqlWriter WriteBounded(SqlWriter writer, RowsPage page, IReadOnlyList<SortTerm> selectedOrder, string naming)
    {
        Select(writer, "t", selectedOrder, naming);
        WriteFrom(writer, page);
        page.After?.Write(writer.Text(" and "), "t");
        return writer;
    }

    private SqlWriter WriteOrder(SqlWriter writer, RowsPage page, int bound)
    {
        writer.Text(" order by ");
        foreach (var term in page.Sort)
        {
            term.Column.Write(writer, "t");
            writer.Text(Direction(term)).Text(", ");
        }

        return writer.Text($"t.{Table.Key.QuotedName}{KeyDirection(page)} limit {PageBound.Text(bound)}");
    }

    private void WriteCount(SqlWriter writer, RowsPage page)
    {
        writer.Text("select count(*)");
        WriteFrom(writer, page);
    }

    private void WriteFrom(SqlWriter writer, RowsPage page)
    {
        writer.Text($" from {Table.QuotedName} as t where ").Readable(Table, "t", page.IsSeenWithParent);
        page.Parent?.Write(writer.Text(" and "), "t", page.TreeDay);
        foreach (var condition in page.Conditions)
            condition.Write(writer.Text(" and "), "t");
    }

    private void Select(SqlWriter writer, string alias, IReadOnlyList<SortTerm> selectedOrder, string naming)
    {
        var named = naming.Length > 0;
        writer.Text($"select {alias}.{Table.Key.QuotedName}{(named ? " as k" : "")}");
        for (var index = 0; index < columns.Count; index++)
        {
            columns[index].Write(writer.Text(", "), alias);
            if (named)
                writer.Text($" as c{index}");
        }

        for (var index = 0; index < selectedOrder.Count; index++)
        {
            selectedOrder[index].Column.Write(writer.Text(", "), alias);
            if (named)
                writer.Text($" as s{index}");
        }
    }

    private ReadStatement Statement(string shape, ReachedRows reached, ReadValues values, Action<SqlWriter> write)
    {
        var key = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        key.AppendLiteral(shape);
        key.AppendLiteral("|");
        if (Table.Scope is not null)
            key.AppendLiteral(Table.Scope.ShapeOf(values));
        foreach (var gate in gates)
        {
            key.AppendLiteral("|");
            gate.AddShape(ref key, values);
        }

        var statement = statements.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key.Text, out var known)
            ? known
            : Compose(key.Text.ToString(), reached, values, write);
        key.Clear();
        return statement;
    }

    private ReadStatement Compose(string shape, ReachedRows reached, ReadValues values, Action<SqlWriter> write)
    {
        var writer = new SqlWriter(model, values) { ReachedRows = reached };
        write(writer);
        // Shapes are as many as clients care to write; beyond a healthy number all are composed anew when they are asked for.
        if (statements.Count >= MostShapes)
            statements.Clear();
        return statements.GetOrAdd(shape, writer.Finish());
    }

    private static string Direction(SortTerm term) => term.Descending ? " desc" : "";

    private static string KeyDirection(RowsPage page) => page.KeyDescending ? " desc" : "";
}
