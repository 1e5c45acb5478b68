using System.Text;

namespace Modular.GraphQL.Tests.Sdl;

/// <summary>
/// Writes schemas at random, always the same for a seed. Every decision has a name and depends on nothing but its name, so that a change of some decisions gives
/// a schema that differs from the first in as many places, as two versions of one schema do.
/// </summary>
/// <param name="seed">Of the schema.</param>
/// <param name="changes">How many decisions in a hundred are made anew.</param>
internal sealed class SchemaGenerator(int seed, int changes = 0)
{
    private const int Slots = 14;
    private const int Members = 6;

    private static readonly string[] BuiltIn = ["Int", "String", "Float", "Boolean", "ID"];
    private static readonly string[] Wrappings = ["{0}", "{0}!", "[{0}]", "[{0}!]!", "[[{0}]!]"];

    private static readonly string[] Texts =
    [
        "Đảng viên", "two\nlines", " leading", "trailing ", "a \"quote\"", "ends with \"quote\"", "back\\slash", "ends with \\", "tab\tinside", "\"\"\"", "",
        "a description of more than seventy characters, which goes onto lines of its own as a block", "😀", "\u0007", "\nfirst line empty", "  indented\n    more",
    ];

    private static readonly string[] Locations = ["FIELD", "QUERY", "FRAGMENT_SPREAD", "OBJECT", "FIELD_DEFINITION", "ENUM_VALUE", "INPUT_OBJECT"];

    private enum Kind { None, Scalar, Enum, Input, Interface, Object, Union }

    public string Write()
    {
        var sdl = new StringBuilder();
        if (Pick("schema", 4) == 0)
            sdl.AppendLine(Description("schema") + "schema { query: Query }");
        for (var i = 0; i < 3; i++)
        {
            if (Pick($"directive {i}", 3) != 0)
                sdl.AppendLine(Directive($"@d{i}", i));
        }

        sdl.AppendLine($"type Query {{ always: Int\n{Fields("Query")} }}");
        for (var slot = 0; slot < Slots; slot++)
            sdl.AppendLine(Type(slot));
        return sdl.ToString();
    }

    // The first of each kind is always there, so that every reference finds something.
    private Kind KindOf(int slot) => slot < 6 ? (Kind)(slot + 1) : Pick($"kind {slot}", 9) is var kind && kind <= 6 ? (Kind)kind : Kind.Object;

    private string Type(int slot)
    {
        var name = $"T{slot}";
        return KindOf(slot) switch
        {
            Kind.Scalar => $"{Description(name)}scalar {name}{(Pick($"{name} url", 2) == 0 ? $" @specifiedBy(url: {Literal($"https://example.com/{Pick($"{name} page", 3)}")})" : "")}",
            Kind.Enum => $"{Description(name)}enum {name} {{ FIRST\n{string.Join('\n', Present(name).Select(i => $"{Description($"{name} {i}")}V{i}{Deprecated($"{name} {i}")}"))} }}",
            Kind.Input => Input(name),
            Kind.Interface => $"{Description(name)}interface {name} {{ of{name}: Int }}",
            Kind.Object => $"{Description(name)}type {name}{Implements(name)} {{ id: ID\n{InterfaceFields(name)}{Fields(name)} }}",
            Kind.Union => $"{Description(name)}union {name} = {string.Join(" | ", SlotsOf(Kind.Object).Where(i => i == 4 || Pick($"{name} has {i}", 2) == 0).Select(i => $"T{i}"))}",
            _ => "",
        };
    }

    private string Directive(string name, int index) =>
        $"{Description(name)}directive {name}{Arguments(name)}{(Pick($"{name} repeatable", 3) == 0 ? " repeatable" : "")} on {string.Join(" | ", Locations.Where((_, i) => i == index || Pick($"{name} on {i}", 3) == 0))}";

    private string Input(string name)
    {
        var isOneOf = Pick($"{name} oneOf", 5) == 0;
        var fields = Present(name).Select(i => isOneOf ? $"{Description($"{name} {i}")}f{i}: {InputType($"{name} {i}").TrimEnd('!')}" : InputValue($"{name} {i}", $"f{i}"));
        return $"{Description(name)}input {name}{(isOneOf ? " @oneOf" : "")} {{ {(isOneOf ? "" : "self: " + name + "\n")}always: Int\n{string.Join('\n', fields)} }}";
    }

    private string Fields(string type) => string.Join('\n', Present(type).Select(i =>
        $"{Description($"{type} {i}")}f{i}{Arguments($"{type} {i}")}: {OutputType($"{type} {i}")}{Deprecated($"{type} {i}")}"));

    private string Arguments(string owner)
    {
        var arguments = Enumerable.Range(0, 3).Where(i => Pick($"{owner} takes {i}", 4) == 0).Select(i => InputValue($"{owner} argument {i}", $"a{i}")).ToArray();
        return arguments.Length == 0 ? "" : $"({string.Join(' ', arguments)})";
    }

    private string InputValue(string path, string name)
    {
        var type = InputType(path);
        var value = Pick($"{path} default", 3) == 0 ? Default(path, type) : null;
        // A required value cannot be deprecated.
        var isRequired = type.EndsWith('!') && value is null;
        return $"{Description(path)}{name}: {type}{(value is null ? "" : " = " + value)}{(isRequired ? "" : Deprecated(path))}";
    }

    private string? Default(string path, string type) => type switch
    {
        "Int" or "Int!" or "Float" or "Float!" => Pick($"{path} value", 3).ToString(System.Globalization.CultureInfo.InvariantCulture),
        "String" or "String!" => Literal(Texts[Pick($"{path} value", Texts.Length)]),
        "Boolean" or "Boolean!" => Pick($"{path} value", 2) == 0 ? "true" : "false",
        "ID" => $"\"{Pick($"{path} value", 3)}\"",
        _ when type.EndsWith('!') => type.StartsWith('[') ? "[]" : null,
        _ => type.StartsWith('[') && Pick($"{path} value", 2) == 0 ? "[]" : "null",
    };

    private string InputType(string path)
    {
        int[] own = [.. SlotsOf(Kind.Scalar), .. SlotsOf(Kind.Enum), .. SlotsOf(Kind.Input)];
        if (Pick($"{path} own", 2) != 0)
            return Wrapped(path, BuiltIn[Pick($"{path} type", BuiltIn.Length)]);

        // Input objects that need each other would have no end.
        var slot = own[Pick($"{path} type", own.Length)];
        return KindOf(slot) == Kind.Input ? Wrapped(path, $"T{slot}").TrimEnd('!') : Wrapped(path, $"T{slot}");
    }

    private string OutputType(string path)
    {
        int[] own = [.. Enumerable.Range(0, Slots).Where(slot => KindOf(slot) is not (Kind.None or Kind.Input))];
        return Wrapped(path, Pick($"{path} own", 3) != 0 ? $"T{own[Pick($"{path} type", own.Length)]}" : BuiltIn[Pick($"{path} type", BuiltIn.Length)]);
    }

    private string Wrapped(string path, string type) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Wrappings[Pick($"{path} wrapping", Wrappings.Length)], type);

    private string Implements(string type)
    {
        var names = Implemented(type).Select(i => $"T{i}").ToArray();
        return names.Length == 0 ? "" : $" implements {string.Join(" & ", names)}";
    }

    private string InterfaceFields(string type) => string.Concat(Implemented(type).Select(i => $"ofT{i}: Int\n"));

    private IEnumerable<int> Implemented(string type) => SlotsOf(Kind.Interface).Where(i => Pick($"{type} implements {i}", 3) == 0);

    private IEnumerable<int> SlotsOf(Kind kind) => Enumerable.Range(0, Slots).Where(slot => KindOf(slot) == kind);

    private IEnumerable<int> Present(string owner) => Enumerable.Range(0, Members).Where(i => Pick($"{owner} has member {i}", 2) == 0);

    private string Description(string path) => Pick($"{path} description", 3) == 0 ? Literal(Texts[Pick($"{path} text", Texts.Length)]) + " " : "";

    private string Deprecated(string path) => Pick($"{path} deprecated", 8) switch
    {
        0 => " @deprecated",
        1 => $" @deprecated(reason: {Literal(Texts[Pick($"{path} reason", Texts.Length)])})",
        _ => "",
    };

    private static string Literal(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private int Pick(string decision, int count)
    {
        var isChanged = changes > 0 && Number($"{decision} is changed", 100) < changes;
        return Number(isChanged ? $"{decision} anew" : decision, count);
    }

    // FNV-1a, since the hash codes of strings differ from run to run.
    private int Number(string decision, int count)
    {
        var hash = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL) ^ 0xCBF29CE484222325UL;
        foreach (var letter in decision)
            hash = unchecked((hash ^ letter) * 0x100000001B3UL);
        hash ^= hash >> 32;
        return (int)(unchecked(hash * 0x9E3779B97F4A7C15UL) >> 33) % count;
    }
}
