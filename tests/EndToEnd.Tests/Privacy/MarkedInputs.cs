using System.Text.Json.Nodes;
using Modular.TestKit.Hosts;

namespace Modular.EndToEnd.Tests.Privacy;

/// <summary>Fills every field of every mutation's input, texts with marks that occur nowhere else.</summary>
internal sealed class MarkedInputs
{
    private const int Deepest = 6;

    private const string Introspection =
        """
        { __schema {
            mutationType { fields { name args { name type { ...Reference } } } }
            types { name kind inputFields { name type { ...Reference } } enumValues { name } } } }
        fragment Reference on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    private readonly JsonArray mutations;
    private readonly Dictionary<string, JsonNode> types;
    private readonly IReadOnlyDictionary<string, string> ids;

    private MarkedInputs(JsonNode schema, IReadOnlyDictionary<string, string> ids)
    {
        mutations = schema["mutationType"]!["fields"]!.AsArray();
        types = schema["types"]!.AsArray().ToDictionary(type => (string)type!["name"]!, type => type!);
        this.ids = ids;
    }

    /// <summary>The mark in texts.</summary>
    public static string Text => "Zyxwv Khánh Vết";

    /// <summary>The mark in numbers of identity.</summary>
    public static string Number => "036199987654";

    /// <summary>What must not turn up, in any form that a log might give it.</summary>
    public static IReadOnlyList<string> Marks => ["Zyxwv", "zyxwv", Number];

    /// <summary>Reads the schema.</summary>
    /// <param name="client">Somebody who may.</param>
    /// <param name="ids">Ids of real objects by the beginning of a field's name; any other id is a mark.</param>
    public static async Task<MarkedInputs> ReadAsync(TestClient client, IReadOnlyDictionary<string, string> ids) =>
        new((await client.ExecuteAsync(Introspection)).Data["__schema"]!, ids);

    /// <summary>Each mutation as a document with its variables.</summary>
    public IEnumerable<(string Name, string Document, JsonObject Variables)> Mutations()
    {
        foreach (var mutation in mutations)
        {
            var name = (string)mutation!["name"]!;
            var variables = new JsonObject();
            var (declared, passed) = (new List<string>(), new List<string>());
            foreach (var argument in mutation["args"]!.AsArray())
            {
                var argumentName = (string)argument!["name"]!;
                declared.Add($"${argumentName}: {Sdl(argument["type"]!)}");
                passed.Add($"{argumentName}: ${argumentName}");
                variables[argumentName] = Value(argumentName, argument["type"]!, Deepest);
            }

            yield return (name, $"mutation({string.Join(", ", declared)}) {{ {name}({string.Join(", ", passed)}) {{ __typename }} }}", variables);
        }
    }

    private static string Sdl(JsonNode type) => (string)type["kind"]! switch
    {
        "NON_NULL" => Sdl(type["ofType"]!) + "!",
        "LIST" => $"[{Sdl(type["ofType"]!)}]",
        _ => (string)type["name"]!,
    };

    private JsonNode? Value(string name, JsonNode type, int depth)
    {
        switch ((string)type["kind"]!)
        {
            case "NON_NULL":
                return Value(name, type["ofType"]!, depth);
            case "LIST":
                return depth == 0 ? new JsonArray() : new JsonArray(Value(name, type["ofType"]!, depth - 1));
            case "ENUM":
                return (string)types[(string)type["name"]!]["enumValues"]![0]!["name"]!;
            case "INPUT_OBJECT":
                var input = new JsonObject();
                foreach (var field in types[(string)type["name"]!]["inputFields"]!.AsArray())
                    input[(string)field!["name"]!] = depth == 0 ? null : Value((string)field["name"]!, field["type"]!, depth - 1);
                return input;
            default:
                return Leaf(name, (string)type["name"]!);
        }
    }

    private JsonNode? Leaf(string name, string type) => type switch
    {
        "Int" => 1,
        "Long" => 1,
        "Float" or "Decimal" => 1.5,
        "Boolean" => true,
        "Date" => "2020-01-02",
        "DateTime" => "2020-01-02T03:04:05Z",
        "UUID" => "01234567-89ab-7def-8123-456789abcdef",
        "Upload" => null,
        "ID" => ids.FirstOrDefault(known => name.StartsWith(known.Key, StringComparison.Ordinal)).Value ?? Text,
        _ => name.Contains("citizen", StringComparison.OrdinalIgnoreCase) ? Number : Text,
    };
}
