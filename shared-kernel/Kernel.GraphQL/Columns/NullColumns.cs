using Modular.GraphQL.Execution;
using Modular.GraphQL.Response;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>Columns in which every entry is null.</summary>
internal static class NullColumns
{
    /// <summary>The column for a field of this type.</summary>
    public static Column Of(GraphQLType type, int count, Schema schema) => type.Nullable switch
    {
        ListType list => new ListColumn(new int[count + 1], Of(list.ItemType, 0, schema), AllOf(count, true)),
        CompositeType composite => new RowsColumn(new ObjectRows([], composite, schema), AllOf(count, -1)),
        _ => new NullLeaf(count),
    };

    private static T[] AllOf<T>(int count, T value)
    {
        var values = new T[count];
        Array.Fill(values, value);
        return values;
    }

    private sealed class NullLeaf(int count) : LeafColumn
    {
        public override int Count { get; } = count;

        public override bool HasNulls => Count > 0;

        public override bool IsNull(int index) => true;

        public override void Write(int index, JsonSink sink) => sink.WriteNull();
    }
}
