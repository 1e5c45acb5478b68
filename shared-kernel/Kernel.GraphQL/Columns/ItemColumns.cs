using Modular.GraphQL.Execution;
using Modular.GraphQL.Response;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>Columns of lists that a row holds as an array.</summary>
internal static class ItemColumns
{
    /// <summary>The lists of all rows.</summary>
    public static Column Of<T>(ReadRows rows, ValueBuffer<T[]> arrays, GraphQLType itemType)
    {
        var offsets = new int[rows.Count + 1];
        var nulls = new bool[rows.Count];
        var items = new List<T>();
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows.RowOf(index);
            nulls[index] = arrays.IsNull(row);
            if (!nulls[index])
                items.AddRange(arrays[row]);
            offsets[index + 1] = items.Count;
        }

        Column inner = items is List<string> texts && itemType.Named is EnumType
            ? new NameColumn(texts)
            : ObjectLeafColumn.Of([.. items], itemType);
        return new ListColumn(offsets, inner, nulls);
    }

    /// <summary>Names of enumeration values.</summary>
    private sealed class NameColumn(List<string> names) : LeafColumn
    {
        public override int Count => names.Count;

        public override bool IsNull(int index) => names[index] is null;

        public override void Write(int index, JsonSink sink) => sink.WriteString(names[index]);
    }
}
