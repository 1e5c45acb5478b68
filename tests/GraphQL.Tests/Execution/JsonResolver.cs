using System.Text.Json;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>
/// Resolves fields from JSON objects, so that a test can say its data as text: <c>__typename</c> tells the type behind an interface or
/// union, and <c>{"$error": "message"}</c> stands for a field that fails.
/// </summary>
internal sealed class JsonResolver : FieldResolver
{
    public static Schema SchemaOf(string sdl) => SdlReader.Read(sdl, resolverOf: (_, _) => new JsonResolver()).Build();

    public static RequestContext Over(string data)
    {
        using var json = JsonDocument.Parse(data);
        return new() { Features = new Features().Set(new Data(json.RootElement.Clone())), CancellationToken = TestContext.Current.CancellationToken };
    }

    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
    {
        var name = execution.Planned.Field.Name;
        var values = new JsonElement[execution.Parents.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var parent = execution.Parents is JsonRows rows ? rows.Items[i] : execution.Request.Features.Get<Data>()!.Root;
            if (!parent.TryGetProperty(name, out values[i])) continue;
            if (values[i].ValueKind != JsonValueKind.Object || !values[i].TryGetProperty("$error", out var message)) continue;
            execution.AddError(i, message.GetString()!);
            values[i] = default;
        }

        return new(ColumnOf(values, execution.Planned.Field.Type, execution.Planned.Schema));
    }

    private static Column ColumnOf(JsonElement[] values, GraphQLType type, Schema schema) => type.Nullable switch
    {
        ListType list => ListOf(values, list, schema),
        CompositeType composite => RowsOf(values, composite, schema),
        EnumType enumType => new ObjectLeafColumn([.. values.Select(ValueOf)], enumType),
        var scalar => ObjectLeafColumn.Of([.. values.Select(ValueOf)], scalar),
    };

    private static RowsColumn RowsOf(JsonElement[] values, CompositeType type, Schema schema)
    {
        var row = 0;
        var rowOf = values.Select(value => IsNull(value) ? -1 : row++).ToArray();
        return new(new JsonRows([.. values.Where(value => !IsNull(value))], type, schema), rowOf);
    }

    private static ListColumn ListOf(JsonElement[] values, ListType type, Schema schema)
    {
        var offsets = new int[values.Length + 1];
        for (var i = 0; i < values.Length; i++) offsets[i + 1] = offsets[i] + (IsNull(values[i]) ? 0 : values[i].GetArrayLength());
        var items = values.Where(value => !IsNull(value)).SelectMany(value => value.EnumerateArray()).ToArray();
        return new(offsets, ColumnOf(items, type.ItemType, schema), [.. values.Select(IsNull)]);
    }

    private static bool IsNull(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var number) ? number : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => value,
    };

    private sealed record Data(JsonElement Root);

    private sealed class JsonRows(JsonElement[] items, CompositeType type, Schema schema) : Rows
    {
        public JsonElement[] Items => items;

        public override int Count => items.Length;

        public override ObjectType? SingleType => type as ObjectType;

        public override ObjectType TypeOf(int index)
            => SingleType ?? (ObjectType)schema.FindType(items[index].GetProperty("__typename").GetString()!)!;

        public override Rows Take(int[] indices) => new JsonRows([.. indices.Select(index => items[index])], type, schema);
    }
}
