using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.Response;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary><c>nodes</c> of a connection.</summary>
internal sealed class NodesField : PassThrough
{
    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
    {
        var connections = (ConnectionRows)execution.Parents;
        return new(new ListColumn(connections.Offsets, new RowsColumn(connections.Nodes)));
    }

    protected override PassThrough Under(IRowSource source) => new NodesField { Source = source };
}

/// <summary><c>edges</c> of a connection.</summary>
internal sealed class EdgesField : PassThrough
{
    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
    {
        var connections = (ConnectionRows)execution.Parents;
        var type = (ObjectType)execution.Planned.Field.Type.Named;
        return new(new ListColumn(connections.Offsets, new RowsColumn(new EdgeRows(type, connections.Nodes, connections.Cursors))));
    }

    protected override PassThrough Under(IRowSource source) => new EdgesField { Source = source };
}

/// <summary><c>node</c> of an edge.</summary>
internal sealed class EdgeNodeField : PassThrough
{
    public override ValueTask<Column> ResolveAsync(FieldExecution execution) =>
        new(new RowsColumn(((EdgeRows)execution.Parents).Nodes));

    protected override PassThrough Under(IRowSource source) => new EdgeNodeField { Source = source };
}

/// <summary><c>cursor</c> of an edge.</summary>
internal sealed class EdgeCursorField : FieldResolver
{
    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
    {
        var edges = (EdgeRows)execution.Parents;
        var cursors = new byte[]?[edges.Count];
        for (var index = 0; index < cursors.Length; index++)
            cursors[index] = edges.Cursors!.Of(edges.Nodes, index);
        return new(new CursorColumn(cursors));
    }
}

/// <summary><c>totalCount</c> of a connection.</summary>
internal sealed class TotalCountField : FieldResolver
{
    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
    {
        var connections = (ConnectionRows)execution.Parents;
        var totals = new object?[connections.Count];
        for (var index = 0; index < totals.Length; index++)
            totals[index] = (int)connections.Totals![index];
        return new(ObjectLeafColumn.Of(totals, execution.Planned.Field.Type));
    }
}

/// <summary><c>pageInfo</c> of a connection: the connections themselves, under another type.</summary>
internal sealed class PageInfoField : FieldResolver
{
    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
    {
        var connections = (ConnectionRows)execution.Parents;
        return new(new RowsColumn(new ConnectionRows((ObjectType)execution.Planned.Field.Type.Named, connections.Nodes, connections.Offsets)
        {
            HasNext = connections.HasNext,
            HasPrevious = connections.HasPrevious,
            Cursors = connections.Cursors,
        }));
    }
}

/// <summary><c>hasNextPage</c> or <c>hasPreviousPage</c>.</summary>
internal sealed class HasPageField(bool next) : FieldResolver
{
    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
    {
        IEnumerable<bool> answers = execution.Parents is ConnectionRows connections
            ? next ? connections.HasNext : connections.HasPrevious
            : PagesOfCode.In(execution.Parents).Select(page => next ? page.HasNextPage : page.HasPreviousPage);
        return new(ObjectLeafColumn.Of([.. answers.Select(answer => (object?)answer)], execution.Planned.Field.Type));
    }
}

/// <summary><c>startCursor</c> or <c>endCursor</c>; null where the page is empty.</summary>
internal sealed class PageCursorField(bool end) : FieldResolver
{
    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
    {
        if (execution.Parents is not ConnectionRows connections)
            return new(ObjectLeafColumn.Of([.. PagesOfCode.In(execution.Parents).Select(page => end ? page.EndCursor : page.StartCursor)], execution.Planned.Field.Type));
        var cursors = new byte[]?[connections.Count];
        for (var index = 0; index < cursors.Length; index++)
        {
            var (from, to) = (connections.Offsets[index], connections.Offsets[index + 1]);
            if (from < to)
                cursors[index] = connections.Cursors!.Of(connections.Nodes, end ? to - 1 : from);
        }

        return new(new CursorColumn(cursors));
    }
}

/// <summary>Pages of lists that code has made.</summary>
internal static class PagesOfCode
{
    public static IEnumerable<PageFacts> In(Rows parents) => Enumerable.Range(0, parents.Count).Select(index => (PageFacts)((ObjectRows)parents)[index]!);
}

/// <summary>A level between rows and the field that reads them.</summary>
internal abstract class PassThrough : FieldResolver, IRowSource
{
    protected IRowSource? Source { get; init; }

    public RowLayout LayoutOf(ObjectType type) => Source!.LayoutOf(type);

    public sealed override FieldResolver Plan(FieldPlanning planning) => Under(planning.RowSource());

    protected abstract PassThrough Under(IRowSource source);
}

/// <summary>The edges of all pages of a level.</summary>
internal sealed class EdgeRows(ObjectType type, ReadRows nodes, RowCursors? cursors) : Rows
{
    public override int Count => nodes.Count;

    public override ObjectType SingleType => type;

    public ReadRows Nodes => nodes;

    public RowCursors? Cursors => cursors;

    public override ObjectType TypeOf(int index) => type;

    public override Rows Take(int[] indices) => new EdgeRows(type, (ReadRows)nodes.Take(indices), cursors);
}

/// <summary>Cursors, or null.</summary>
internal sealed class CursorColumn(byte[]?[] cursors) : LeafColumn
{
    public override int Count => cursors.Length;

    public override bool IsNull(int index) => cursors[index] is null;

    public override void Write(int index, JsonSink sink) => sink.WriteUtf8String(cursors[index]);
}
