using Modular.GraphQL.Execution;

namespace Modular.GraphQL.Response;

/// <summary>
/// Writes the <c>data</c> of a response from the columns. The recursion is over the document's selections and the lists of their types, which
/// validation limits; not over data.
/// </summary>
internal static class ResponseWriter
{
    public static void WriteData(ExecutionResult result, JsonSink sink)
    {
        if (result.IsNull) sink.WriteNull();
        else WriteObject(result.Root, 0, sink);
    }

    /// <summary>Writes an object of a group.</summary>
    public static void WriteObject(ObjectGroup group, int index, JsonSink sink)
    {
        var fields = group.Fields;
        if (fields.Length == 0) sink.WriteRaw((byte)'{');
        foreach (var field in fields)
        {
            sink.WriteRaw(field.Planned.JsonPrefix);
            Write(field.Node!, index, sink);
        }

        sink.WriteRaw((byte)'}');
    }

    private static void Write(ColumnNode node, int index, JsonSink sink)
    {
        if (node.IsNull(index)) sink.WriteNull();
        else if (node.Leaf is not null) node.Leaf.Write(index, sink);
        else if (node.Rows is not null) WriteObject(node.Objects!.Locate(node.Rows.RowOf(index), out var member)!, member, sink);
        else WriteList(node.Inner!, node.List!, index, sink);
    }

    private static void WriteList(ColumnNode items, ListColumn list, int index, JsonSink sink)
        => WriteItems(items, list.Start(index), list.End(index), sink);

    /// <summary>Writes a list of items.</summary>
    public static void WriteItems(ColumnNode items, int start, int end, JsonSink sink)
    {
        sink.WriteRaw((byte)'[');
        for (var item = start; item < end; item++)
        {
            if (item > start) sink.WriteRaw((byte)',');
            Write(items, item, sink);
        }

        sink.WriteRaw((byte)']');
    }
}
