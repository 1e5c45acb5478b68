using System.Globalization;
using System.Text;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Differential;

/// <summary>
/// Writes documents for a schema at random, always the same for a seed. At every decision something wrong is written with the probability
/// of <paramref name="noise"/>; without noise the documents are mostly valid.
/// </summary>
internal sealed class DocumentGenerator(Schema schema, Random random, double noise)
{
    private static readonly string[] Names = ["a", "b", "c", "A1", "B2", "_x", "name", "id"];
    private static readonly string[] Texts = ["\"\"", "\"x\"", "\"đảng bộ 😀\"", "\"\"\"block\n  string\"\"\"", "\"\\u{1F600}\\n\""];

    private static readonly string[] Descriptions = ["\"\" ", "\"Danh sách đảng viên 😀\" ", "\"\"\"\n  A block\n    of lines\n\"\"\"\n"];

    private readonly Vocabulary words = new(schema);
    private readonly List<(string Name, CompositeType? Type)> fragments = [];
    private readonly Dictionary<string, GraphQLType> variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> spreadFragments = new(StringComparer.Ordinal);
    private bool areFragmentsWritten;

    // The argument of @deprecated became non-null in the September 2025 edition, which version 16 of graphql-js has not followed.
    private Directive[] AllDirectives { get; } = [.. schema.Directives.Where(directive => directive.Name != "deprecated")];

    private bool IsWrong => random.NextDouble() < noise;

    public string Document()
    {
        fragments.Clear();
        spreadFragments.Clear();
        var text = new StringBuilder();
        var composite = schema.Types.OfType<CompositeType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).ToArray();
        for (var i = random.Next(4); i > 0; i--)
            fragments.Add((IsWrong ? "F1" : $"F{i}", Pick(composite)));

        var operations = IsWrong ? 2 : 1;
        for (var i = 0; i < operations; i++)
            text.AppendLine(Operation(IsWrong ? "" : $"Op{(IsWrong ? 0 : i)}"));

        WriteFragments(text);
        if (IsWrong && IsWrong)
            text.AppendLine(Pick(["type Extra", "scalar Extra", "schema { query: Query }", "enum Extra"]));

        return text.ToString();
    }

    private void WriteFragments(StringBuilder text)
    {
        // A fragment spreads only those behind it, so that there are no cycles but by mistake.
        areFragmentsWritten = true;
        for (var i = 0; i < fragments.Count; i++)
        {
            var (name, type) = fragments[i];
            if (!spreadFragments.Contains(name) && !IsWrong)
                continue;

            var condition = IsWrong ? WrongType() : type!.Name;
            text.AppendLine(CultureInfo.InvariantCulture, $"{Description()}fragment {name} on {condition}{Directives("FRAGMENT_DEFINITION")} {Selections(type, 2, i + 1)}");
        }

        areFragmentsWritten = false;
    }

    private string Operation(string name)
    {
        variables.Clear();
        var operation = random.Next(8) switch
        {
            0 when schema.MutationType is not null => OperationType.Mutation,
            1 when schema.SubscriptionType is not null => OperationType.Subscription,
            _ => OperationType.Query,
        };
        var root = schema.RootType(operation)!;
        var selections = operation == OperationType.Subscription && !IsWrong
            ? $"{{ {Field(Pick([.. root.Fields]), 3, 0)} }}"
            : Selections(root, 3, 0);
        var directives = Directives(operation.ToKeyword().ToUpperInvariant());
        return $"{Description()}{operation.ToKeyword()} {name}{VariableDefinitions()}{directives} {selections}";
    }

    // Descriptions of executable definitions are new in the September 2025 edition.
    private string Description() => random.Next(8) == 0 ? Pick(Descriptions) : "";

    private string VariableDefinitions()
    {
        var definitions = variables.Where(_ => !IsWrong).Select(variable => $"{Description()}${variable.Key}: {VariableType(variable.Value)}").ToList();
        if (IsWrong)
            definitions.Add($"$unused: {(IsWrong ? WrongType() : "Int")}");
        if (IsWrong && definitions.Count > 0)
            definitions.Add(definitions[0]);

        return definitions.Count == 0 ? "" : $"({string.Join(", ", definitions)})";
    }

    private string VariableType(GraphQLType type)
    {
        if (IsWrong)
            return string.Format(CultureInfo.InvariantCulture, Pick(["{0}", "{0}", "{0}!", "[{0}]", "[[{0}!]]!"]), random.Next(2) == 0 ? Pick(["Int", "String", "Float", "ID", "Nowhere"]) : Pick(words.Types));

        return IsWrong && type is NonNullType && type.Named is ScalarType { Name: "Int" } ? $"{type.Nullable} = 3" : type.ToString();
    }

    private string Selections(CompositeType? type, int depth, int firstFragment)
    {
        var count = random.Next(1, 5);
        var parts = new List<string>();
        for (var i = 0; i < count; i++)
            parts.Add(Selection(type, depth, firstFragment));
        if (random.Next(8) == 0 && type is TypeWithFields { Fields: var fields })
            parts.AddRange(Twins([.. fields], depth, firstFragment));

        return $"{{ {string.Join(Pick([" ", "\n  ", ", "]), parts)} }}";
    }

    private string Selection(CompositeType? type, int depth, int firstFragment)
    {
        var kind = random.Next(12);
        if (kind == 0 && firstFragment < fragments.Count)
            return Spread(type, firstFragment);
        if (kind == 1 && depth > 0)
            return Inline(type, depth, firstFragment);
        if (kind == 2 || type is not TypeWithFields { Fields: var fields })
            return Alias() + "__typename" + Directives("FIELD");

        return IsWrong ? WrongField(type, depth) : Field(Pick([.. fields]), depth, firstFragment);
    }

    // Selections that must be merged, or cannot be: the same response key twice, deep below when these have selections of their own.
    private string[] Twins(Field[] fields, int depth, int firstFragment)
    {
        var first = Pick(fields);
        var second = IsWrong ? Pick(fields) : first;
        var mayDiffer = IsWrong || (first.Arguments.Count == 0 && first.Type.Named is CompositeType);
        if (!mayDiffer || depth <= 0)
            return [];

        var key = IsWrong ? Pick(Names) : "twins";
        return [$"{key}: {Unaliased(first, depth, firstFragment)}", $"{key}: {Unaliased(second, depth, firstFragment)}"];
    }

    private string Field(Field field, int depth, int firstFragment) =>
        depth <= 0 && field.Type.Named is CompositeType ? "__typename" : Alias() + Unaliased(field, depth, firstFragment);

    private string Unaliased(Field field, int depth, int firstFragment)
    {
        var selections = field.Type.Named is CompositeType type ? " " + Selections(type, depth - 1, firstFragment) : "";
        if (IsWrong)
            selections = selections.Length == 0 ? " { x }" : "";

        return $"{field.Name}{Arguments(field.Arguments)}{Directives("FIELD")}{selections}";
    }

    private string WrongField(CompositeType? type, int depth)
    {
        var name = random.Next(3) switch
        {
            0 => Misspelt(type is TypeWithFields { Fields: { Count: > 0 } fields } ? Pick([.. fields]).Name : "name"),
            1 => Pick(words.Fields),
            _ => Pick(Names),
        };
        return $"{Alias()}{name}{(random.Next(4) == 0 && depth > 0 ? " { deeper(unknown: $nowhere) }" : "")}";
    }

    private string Alias() => random.Next(6) == 0 ? (IsWrong ? Pick(Names) : $"alias{random.Next(1000)}") + ": " : "";

    private string Spread(CompositeType? type, int firstFragment)
    {
        var fitting = fragments.Skip(firstFragment).Where(fragment => type is not null && Overlap(fragment.Type!, type)).ToArray();
        var name = IsWrong || fitting.Length == 0 ? Pick(["F0", "F1", "F2", "F3"]) : Pick(fitting).Name;
        if (fitting.Length == 0 && !IsWrong)
            return "__typename";

        spreadFragments.Add(name);
        return $"...{name}{Directives("FRAGMENT_SPREAD")}";
    }

    private string Inline(CompositeType? type, int depth, int firstFragment)
    {
        if (random.Next(4) == 0 || type is null)
            return $"...{Directives("INLINE_FRAGMENT")} {Selections(type, depth - 1, firstFragment)}";

        var fitting = schema.Types.OfType<CompositeType>().Where(other => Overlap(other, type)).ToArray();
        var condition = Pick(fitting);
        var name = IsWrong ? WrongType() : condition.Name;
        return $"... on {name}{Directives("INLINE_FRAGMENT")} {Selections(condition, depth - 1, firstFragment)}";
    }

    private bool Overlap(CompositeType first, CompositeType second) =>
        first == second || schema.GetPossibleTypes(first).Intersect(schema.GetPossibleTypes(second)).Any();

    private string WrongType() => random.Next(8) switch
    {
        0 => "Nowhere",
        1 => Misspelt(Pick(words.Types)),
        2 => "Int",
        _ => Pick(words.Types),
    };

    private string Directives(string location)
    {
        if (random.Next(8) != 0)
            return "";

        var fitting = schema.Directives.Where(directive => directive.Locations.Any(each => each.ToSdl() == location)).ToArray();
        var text = new StringBuilder();
        for (var i = IsWrong ? 2 : 1; i > 0; i--)
        {
            var directive = IsWrong ? Pick(AllDirectives) : fitting.Length > 0 ? Pick(fitting) : null;
            text.Append(directive is null || IsWrong ? IsWrong ? " @unknown(id: 1)" : "" : $" @{directive.Name}{Arguments(directive.Arguments)}");
        }

        // The top of a subscription must not depend on conditions, which fields may not know here.
        return text.ToString().Contains("@skip", StringComparison.Ordinal) || text.ToString().Contains("@include", StringComparison.Ordinal)
            ? IsWrong ? text.ToString() : ""
            : text.ToString();
    }

    private string Arguments(IReadOnlyList<Argument> arguments)
    {
        var parts = new List<string>();
        foreach (var argument in arguments)
        {
            if (argument.IsRequired ? IsWrong : random.Next(2) == 0)
                continue;

            parts.Add($"{(IsWrong ? Misspelt(argument.Name) : argument.Name)}: {Value(argument.Type, 2, argument.HasDefault, mayBeVariable: true)}");
        }

        if (IsWrong)
            parts.Add($"{Pick(Names)}: {AnyValue(2)}");
        if (IsWrong && parts.Count > 0)
            parts.Add(parts[0]);

        return parts.Count == 0 ? "" : $"({string.Join(", ", parts)})";
    }

    private string Value(GraphQLType type, int depth, bool hasDefault, bool mayBeVariable)
    {
        if (mayBeVariable && random.Next(5) == 0)
            return Variable(type);
        if (IsWrong)
            return AnyValue(depth);
        if (type is not NonNullType && random.Next(8) == 0)
            return "null";

        return type.Nullable switch
        {
            ListType list when random.Next(6) == 0 => Value(list.ItemType, depth, hasDefault, mayBeVariable),
            ListType list => $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Value(list.ItemType, depth, false, mayBeVariable)))}]",
            InputObjectType inputObject => InputObject(inputObject, depth - 1, mayBeVariable),
            EnumType enumType => Pick([.. enumType.Values]).Name,
            ScalarType { Name: "Int" } => Pick(["0", "-1", "42", "2147483647"]),
            ScalarType { Name: "Float" } => Pick(["0", "1.5", "-2e10", "3"]),
            ScalarType { Name: "Boolean" } => Pick(["true", "false"]),
            ScalarType { Name: "ID" } => Pick(["1", "\"x\"", "-5"]),
            ScalarType { Name: "String" } => Pick(Texts),
            _ => AnyValue(1),
        };
    }

    private string InputObject(InputObjectType type, int depth, bool mayBeVariable)
    {
        if (type.IsOneOf && !IsWrong)
        {
            var field = Pick([.. type.Fields.Where(each => each.Type.Named is ScalarType) is var scalars && scalars.Any() ? scalars : type.Fields]);
            return $"{{{field.Name}: {OneOfValue(field, mayBeVariable)}}}";
        }

        var parts = new List<string>();
        foreach (var field in type.Fields)
        {
            var isLeftOut = field.IsRequired ? IsWrong : random.Next(3) != 0 || (depth <= 0 && field.Type.Named is InputObjectType);
            if (!isLeftOut)
                parts.Add($"{(IsWrong ? Misspelt(field.Name) : field.Name)}: {Value(field.Type, depth, field.HasDefault, mayBeVariable)}");
        }

        if (IsWrong)
            parts.Add($"{Pick(Names)}: {AnyValue(1)}");
        if (IsWrong && parts.Count > 0)
            parts.Add(parts[0]);

        return $"{{{string.Join(Pick([", ", " "]), parts)}}}";
    }

    private string OneOfValue(InputField field, bool mayBeVariable)
    {
        if (!mayBeVariable || random.Next(4) != 0)
            return IsWrong ? "null" : Value(field.Type.Named, 0, false, mayBeVariable: false);

        var name = $"v{field.Type.Named.Name}NonNull";
        variables[name] = schema.FindType(Parser.ParseType(field.Type.Nullable + (IsWrong ? "" : "!")))!;
        return "$" + name;
    }

    private string Variable(GraphQLType type)
    {
        // Fragments use no new variables: the operations that reach them are written already.
        if (areFragmentsWritten)
            return IsWrong ? "$undefined" : variables.FirstOrDefault(each => each.Value.ToString() == type.ToString()).Key is { } key ? "$" + key : "null";
        if (IsWrong)
            return "$undefined";

        var name = "v" + type.ToString().Replace("[", "L", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace("!", "N", StringComparison.Ordinal);
        variables[name] = type;
        return "$" + name;
    }

    private string AnyValue(int depth) => random.Next(depth > 0 ? 12 : 9) switch
    {
        0 => "1",
        1 => "99999999999",
        2 => "1.5",
        3 => Pick(Texts),
        4 => "true",
        5 => "null",
        6 => random.Next(3) == 0 ? Misspelt(Pick(words.EnumValues)) : Pick(words.EnumValues),
        7 => "-0",
        8 => "1e3",
        9 => $"[{AnyValue(depth - 1)}, {AnyValue(depth - 1)}]",
        10 => $"{{{(random.Next(4) == 0 ? "x" : Pick(words.InputFields))}: {AnyValue(depth - 1)}}}",
        _ => "{}",
    };

    private string Misspelt(string name)
    {
        var place = random.Next(name.Length);
        return random.Next(4) switch
        {
            0 => name + Pick(Names)[0],
            1 when name.Length > 1 => name.Remove(place, 1) is var shorter && char.IsAsciiDigit(shorter[0]) ? name : shorter,
            2 => name.ToUpperInvariant(),
            _ => name.Insert(place, "_"),
        };
    }

    private T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];
}
