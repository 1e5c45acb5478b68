using System.Text.Json.Nodes;
using Modular.TestKit.Hosts;

namespace Modular.Isolation.Tests.Schema;

/// <summary>The schema as the host serves it: what an attacker sees of it too.</summary>
internal sealed class ServedSchema
{
    private const string Introspection =
        """
        query {
          __schema {
            types {
              name kind
              fields(includeDeprecated: true) { name type { ...Reference } args(includeDeprecated: true) { name defaultValue type { ...Reference } } }
              inputFields(includeDeprecated: true) { name defaultValue type { ...Reference } }
              enumValues(includeDeprecated: true) { name }
              possibleTypes { name }
            }
          }
        }
        fragment Reference on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    private readonly Dictionary<string, ServedType> types;

    private ServedSchema(Dictionary<string, ServedType> types) => this.types = types;

    /// <summary>All types but those of introspection.</summary>
    public IEnumerable<ServedType> Types => types.Values.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal));

    /// <summary>The types of objects that have an id of their own.</summary>
    public IReadOnlyList<string> Nodes => this["Node"].PossibleTypes;

    public ServedType this[string name] => types[name];

    public static async Task<ServedSchema> ReadAsync(TestClient client)
    {
        var answer = await client.ExecuteAsync(Introspection);
        var read = answer.Data["__schema"]!["types"]!.AsArray().Select(type => ServedType.Of(type!));
        return new ServedSchema(read.ToDictionary(type => type.Name));
    }
}

/// <summary>A type.</summary>
internal sealed record ServedType(
    string Name,
    string Kind,
    IReadOnlyList<ServedField> Fields,
    IReadOnlyList<ServedInput> Inputs,
    IReadOnlyList<string> Values,
    IReadOnlyList<string> PossibleTypes)
{
    public bool IsLeaf => Kind is "SCALAR" or "ENUM";

    public static ServedType Of(JsonNode type) => new(
        (string)type["name"]!,
        (string)type["kind"]!,
        [.. Items(type["fields"]).Select(ServedField.Of)],
        [.. Items(type["inputFields"]).Select(ServedInput.Of)],
        [.. Items(type["enumValues"]).Select(value => (string)value["name"]!)],
        [.. Items(type["possibleTypes"]).Select(possible => (string)possible["name"]!)]);

    internal static IEnumerable<JsonNode> Items(JsonNode? list) => (list?.AsArray() ?? []).Select(item => item!);
}

/// <summary>A field of an object.</summary>
internal sealed record ServedField(string Name, TypeReference Type, IReadOnlyList<ServedInput> Arguments)
{
    /// <summary>Whether it can be asked for without an argument.</summary>
    public bool NeedsNothing => Arguments.All(argument => !argument.Type.IsRequired || argument.HasDefault);

    public static ServedField Of(JsonNode field) => new(
        (string)field["name"]!, TypeReference.Of(field["type"]!), [.. ServedType.Items(field["args"]).Select(ServedInput.Of)]);
}

/// <summary>An argument, or a field of an input object.</summary>
internal sealed record ServedInput(string Name, TypeReference Type, bool HasDefault)
{
    public static ServedInput Of(JsonNode input) => new((string)input["name"]!, TypeReference.Of(input["type"]!), input["defaultValue"] is not null);
}

/// <summary>A type where it is used.</summary>
internal sealed record TypeReference(string Named, bool IsRequired, bool IsList)
{
    public static TypeReference Of(JsonNode reference)
    {
        var (required, list) = ((string)reference["kind"]! == "NON_NULL", false);
        var inner = reference;
        while (inner["ofType"] is JsonObject next)
        {
            list |= (string)inner["kind"]! == "LIST";
            inner = next;
        }

        return new TypeReference((string)inner["name"]!, required, list);
    }
}
