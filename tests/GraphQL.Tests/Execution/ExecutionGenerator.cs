using System.Text;
using System.Text.Json.Nodes;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>Makes operations and data for one schema, always the same for a seed.</summary>
/// <param name="seed">The seed.</param>
/// <param name="incremental">Whether parts of the operations are marked to be delivered later.</param>
internal sealed class ExecutionGenerator(int seed, bool incremental = false)
{
    public const string IncrementalDirectives = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(initialCount: Int! = 0, if: Boolean! = true, label: String) on FIELD

        """;

    public const string Sdl = """
        interface Named { name: String! }
        interface Unit implements Named { name: String! parent: Unit units: [Unit!] head: Person! }
        type Cell implements Unit & Named { name: String! parent: Unit units: [Unit!] head: Person! people: [Person!]! grid: [[Int!]]! number: Int }
        type Committee implements Unit & Named { name: String! parent: Unit units: [Unit!] head: Person! rank: Rank! ranks: [Rank] grid: [[Person]!] }
        type Person implements Named { name: String! age: Int nick: String unit: Unit friends: [Person] anything: [Anything!] }
        union Anything = Person | Cell | Committee
        enum Rank { HIGH LOW }
        type Query { unit: Unit units: [Unit] unitsMust: [Unit!]! person: Person! people: [[Person!]] anything: Anything named: [Named] flag: Boolean }
        """;

    private static readonly Dictionary<string, (string Name, string Type)[]> Fields = new()
    {
        ["Named"] = [("name", "String!")],
        ["Unit"] = [("name", "String!"), ("parent", "Unit"), ("units", "[Unit!]"), ("head", "Person!")],
        ["Cell"] =
        [
            ("name", "String!"), ("parent", "Unit"), ("units", "[Unit!]"), ("head", "Person!"), ("people", "[Person!]!"), ("grid", "[[Int!]]!"), ("number", "Int"),
        ],
        ["Committee"] =
        [
            ("name", "String!"), ("parent", "Unit"), ("units", "[Unit!]"), ("head", "Person!"), ("rank", "Rank!"), ("ranks", "[Rank]"), ("grid", "[[Person]!]"),
        ],
        ["Person"] = [("name", "String!"), ("age", "Int"), ("nick", "String"), ("unit", "Unit"), ("friends", "[Person]"), ("anything", "[Anything!]")],
        ["Anything"] = [],
        ["Query"] =
        [
            ("unit", "Unit"), ("units", "[Unit]"), ("unitsMust", "[Unit!]!"), ("person", "Person!"), ("people", "[[Person!]]"), ("anything", "Anything"),
            ("named", "[Named]"), ("flag", "Boolean"),
        ],
    };

    private static readonly Dictionary<string, string[]> Possible = new()
    {
        ["Named"] = ["Cell", "Committee", "Person"],
        ["Unit"] = ["Cell", "Committee"],
        ["Anything"] = ["Person", "Cell", "Committee"],
    };

    private readonly Random random = new(seed);
    private readonly StringBuilder fragments = new();
    private int fragmentCount;
    private int labelCount;

    public (string Query, string Variables, string Data) Next()
    {
        fragments.Clear();
        fragmentCount = 0;
        labelCount = 0;
        var query = $"query ($yes: Boolean!, $no: Boolean = false) {Selection("Query", 0)}{fragments}";
        // Both variables are used, whatever was generated.
        query = query.Insert(query.IndexOf('{', StringComparison.Ordinal) + 1, " used: __typename @include(if: $yes) @skip(if: $no) ");
        var variables = random.Next(3) switch { 0 => """{"yes":true}""", 1 => """{"yes":false,"no":true}""", _ => """{"yes":true,"no":false}""" };
        return (query, variables, Object("Query", 0).ToJsonString());
    }

    private string Selection(string type, int depth)
    {
        var text = new StringBuilder("{");
        for (var count = random.Next(1, 4); count > 0; count--) text.Append(' ').Append(OneOf(type, depth));
        return text.Append(" }").ToString();
    }

    private string OneOf(string type, int depth)
    {
        switch (random.Next(10))
        {
            case 0:
                return "__typename" + Condition();
            case 1 or 2 when depth < 5:
                var condition = Possible.TryGetValue(type, out var possible) ? possible[random.Next(possible.Length)] : type;
                return $"... on {condition}{Condition()}{Defer()} {Selection(condition, depth + 1)}";
            case 3 when depth < 4:
                var name = $"F{fragmentCount++}";
                var fragment = $" fragment {name} on {type} {Selection(type, depth + 1)}";
                fragments.Append(fragment);
                return $"...{name}{Condition()}{Defer()}" + (random.Next(3) == 0 ? $" ...{name}{Defer()}" : "");
            default:
                return Fields[type].Length == 0 ? "__typename" : Field(Fields[type][random.Next(Fields[type].Length)], depth);
        }
    }

    private string Field((string Name, string Type) field, int depth)
    {
        var named = field.Type.Trim('[', ']', '!').Replace("]", "", StringComparison.Ordinal).Replace("!", "", StringComparison.Ordinal);
        var isComposite = Fields.ContainsKey(named);
        if (isComposite && depth > 5) return "__typename";
        // An alias tells the field's type, so that the same alias never stands for what cannot be merged.
        var alias = random.Next(5) == 0 ? $"{field.Name}As{string.Concat(field.Type.Where(char.IsLetter))}{field.Type.Length}: " : "";
        var stream = field.Type.StartsWith('[') ? Stream() : "";
        // A streamed list stands alone under its key.
        if (stream.Length > 0) alias = $"{field.Name}{labelCount++}: ";
        return $"{alias}{field.Name}{Condition()}{stream}{(isComposite ? " " + Selection(named, depth + 1) : "")}";
    }

    private string Condition() => random.Next(8) switch
    {
        0 => " @include(if: $yes)",
        1 => " @skip(if: $no)",
        2 => random.Next(2) == 0 ? " @skip(if: false)" : " @include(if: true)",
        3 when random.Next(3) == 0 => " @skip(if: $yes) @include(if: $no)",
        _ => "",
    };

    private string Defer() => !incremental || random.Next(3) == 0 ? "" : $" @defer{Later("")}";

    private string Stream() => !incremental || random.Next(3) == 0 ? "" : $" @stream{Later($"initialCount: {random.Next(3)}")}";

    private string Later(string arguments)
    {
        if (random.Next(2) == 0) arguments += $" label: \"l{labelCount++}\"";
        if (random.Next(6) == 0) arguments += random.Next(3) switch { 0 => " if: false", 1 => " if: $no", _ => " if: $yes" };
        return arguments.Length == 0 ? "" : $"({arguments})";
    }

    private JsonObject Object(string type, int depth)
    {
        var item = new JsonObject { ["__typename"] = type };
        foreach (var (name, fieldType) in Fields[type]) item[name] = random.Next(60) == 0 ? new JsonObject { ["$error"] = $"{type}.{name} failed" } : Value(fieldType, depth);
        return item;
    }

    private JsonNode? Value(string type, int depth)
    {
        if (random.Next(type.EndsWith('!') ? 40 : 6) == 0) return null;
        type = type.TrimEnd('!');
        if (type.StartsWith('[')) return new JsonArray([.. Enumerable.Range(0, depth > 1 ? random.Next(2) : random.Next(incremental ? 5 : 3)).Select(_ => Value(type[1..^1], depth))]);
        return type switch
        {
            "String" => random.Next(5) == 0 ? "đảng \"bộ\"\n" : $"s{random.Next(100)}",
            "Int" => random.Next(100),
            "Boolean" => random.Next(2) == 0,
            "Rank" => random.Next(30) == 0 ? "NONE" : random.Next(2) == 0 ? "HIGH" : "LOW",
            _ when depth > 2 => null,
            _ => Object(Possible.TryGetValue(type, out var possible) ? possible[random.Next(possible.Length)] : type, depth + 1),
        };
    }
}
