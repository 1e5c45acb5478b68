using System.Text;
using Modular.GraphQL.Language;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.GraphQL.Validation;

namespace Modular.GraphQL.Sdl;

/// <summary>
/// Prints schemas as SDL, byte for byte as graphql-js prints them (<c>printSchema</c>); those that define <see cref="CostDirectives"/> with what their fields
/// cost.
/// </summary>
public sealed class SdlPrinter
{
    private readonly Schema schema;
    private readonly bool sorted;
    private readonly string? owner;

    private SdlPrinter(Schema schema, bool sorted, string? owner)
    {
        this.schema = schema;
        this.sorted = sorted;
        this.owner = owner;
    }

    /// <summary>Prints a whole schema, without what every schema has.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="sorted">Whether everything is sorted by name, as by <c>lexicographicSortSchema</c>; else it stands in the order of its definition.</param>
    /// <returns>The SDL, without a line break at the end.</returns>
    public static string Print(Schema schema, bool sorted = false) => new SdlPrinter(schema, sorted, null).Print();

    /// <summary>Prints what one owner contributes: its types and directives, and as <c>extend</c> what it adds to the types of others.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="owner">The owner (module).</param>
    /// <param name="sorted">Whether everything is sorted by name.</param>
    /// <returns>The SDL, without a line break at the end; empty when the owner contributes nothing.</returns>
    public static string PrintContribution(Schema schema, string owner, bool sorted = true) => new SdlPrinter(schema, sorted, owner).Print();

    /// <summary>Prints one type.</summary>
    public static string Print(Schema schema, NamedType type) => new SdlPrinter(schema, false, null).PrintType(type)!;

    private string Print()
    {
        var directives = Sort(schema.Directives.Where(directive => Owns(directive.Owner) && !SpecifiedDirectives.IsSpecified(directive.Name)), directive => directive.Name);
        var types = Sort(schema.DefinedTypes(), type => type.Name);
        IEnumerable<string?> parts = [PrintSchemaDefinition(), .. directives.Select(PrintDirective), .. types.Select(PrintType)];
        return string.Join("\n\n", parts.Where(part => part is not null));
    }

    private bool Owns(string elementOwner) => owner is null || owner == elementOwner;

    private IEnumerable<T> Sort<T>(IEnumerable<T> elements, Func<T, string> nameOf) => sorted ? elements.OrderBy(nameOf, NaturalOrder.Instance) : elements;

    private string? PrintSchemaDefinition()
    {
        if (owner is not null || (schema.Description is null && HasCommonNames())) return null;
        var roots = new StringBuilder();
        if (schema.QueryType is not null) roots.Append("  query: ").Append(schema.QueryType.Name).Append('\n');
        if (schema.MutationType is not null) roots.Append("  mutation: ").Append(schema.MutationType.Name).Append('\n');
        if (schema.SubscriptionType is not null) roots.Append("  subscription: ").Append(schema.SubscriptionType.Name).Append('\n');
        return roots.Length == 0 ? null : $"{SdlText.Description(schema.Description)}schema {{\n{roots}}}";
    }

    // A type named as a root that is none must be told apart, or else a reader would take it for one.
    private bool HasCommonNames()
        => schema.QueryType == schema.FindType("Query")
            && schema.MutationType == schema.FindType("Mutation")
            && schema.SubscriptionType == schema.FindType("Subscription");

    private string PrintDirective(Directive directive)
    {
        var locations = Sort(directive.Locations.Select(location => location.ToSdl()), location => location);
        var repeatable = directive.IsRepeatable ? " repeatable" : "";
        return $"{SdlText.Description(directive.Description)}directive @{directive.Name}{PrintArguments(directive.Arguments, "")}{repeatable} on {string.Join(" | ", locations)}";
    }

    /// <summary>The type, or what the owner adds to it; <see langword="null"/> when that is nothing.</summary>
    private string? PrintType(NamedType type)
    {
        var isExtension = !Owns(type.Owner);
        var head = isExtension ? "extend " : SdlText.Description(type.Description);
        var body = type switch
        {
            ScalarType scalar => isExtension ? null : $"scalar {scalar.Name}{SdlText.SpecifiedBy(scalar.SpecifiedByUrl)}",
            ObjectType objectType => PrintFields("type", objectType, isExtension),
            InterfaceType contract => PrintFields("interface", contract, isExtension),
            UnionType union => PrintUnion(union, isExtension),
            EnumType enumType => PrintEnum(enumType, isExtension),
            InputObjectType inputObject => PrintInputObject(inputObject, isExtension),
            _ => throw new InvalidOperationException($"{type.GetType()} is not a kind of type."),
        };
        return body is null ? null : head + body;
    }

    private string? PrintFields(string keyword, TypeWithFields type, bool isExtension)
    {
        var interfaces = type.Interfaces.Where((_, index) => Owns(type.InterfaceOwners[index])).Select(contract => contract.Name).ToArray();
        var fields = Sort(type.Fields.Where(field => Owns(field.Owner)), field => field.Name).ToArray();
        if (isExtension && interfaces.Length == 0 && fields.Length == 0) return null;
        var implements = interfaces.Length == 0 ? "" : $" implements {string.Join(" & ", Sort(interfaces, name => name))}";
        return $"{keyword} {type.Name}{implements}{Block(fields, field => field.Description, PrintField)}";
    }

    private string PrintField(Field field) => $"{field.Name}{PrintArguments(field.Arguments, "  ")}: {field.Type}{SdlText.Deprecated(field.Deprecated)}{CostDirectives.Print(schema, field)}";

    private string? PrintUnion(UnionType union, bool isExtension)
    {
        var members = Sort(union.Members.Where((_, index) => Owns(union.MemberOwners[index])).Select(member => member.Name), name => name).ToArray();
        if (members.Length == 0) return isExtension ? null : $"union {union.Name}";
        return $"union {union.Name} = {string.Join(" | ", members)}";
    }

    private string? PrintEnum(EnumType enumType, bool isExtension)
    {
        var values = Sort(enumType.Values.Where(value => Owns(value.Owner)), value => value.Name).ToArray();
        if (values.Length == 0 && isExtension) return null;
        return $"enum {enumType.Name}{Block(values, value => value.Description, value => value.Name + SdlText.Deprecated(value.Deprecated))}";
    }

    private string? PrintInputObject(InputObjectType inputObject, bool isExtension)
    {
        var fields = Sort(inputObject.Fields.Where(field => Owns(field.Owner)), field => field.Name).ToArray();
        if (fields.Length == 0 && isExtension) return null;
        var oneOf = inputObject.IsOneOf && !isExtension ? " @oneOf" : "";
        return $"input {inputObject.Name}{oneOf}{Block(fields, field => field.Description, PrintInput)}";
    }

    private string PrintArguments(IReadOnlyList<Argument> arguments, string indentation)
    {
        if (arguments.Count == 0) return "";
        var ordered = Sort(arguments, argument => argument.Name).ToArray();
        if (ordered.All(argument => argument.Description is null)) return $"({string.Join(", ", ordered.Select(PrintInput))})";
        return $"(\n{SdlText.Lines(ordered, indentation + "  ", argument => argument.Description, PrintInput)}\n{indentation})";
    }

    private static string PrintInput(InputValue input)
    {
        var defaultValue = input.DefaultLiteral is null ? "" : $" = {Printer.Print(input.DefaultLiteral)}";
        return $"{input.Name}: {input.Type}{defaultValue}{SdlText.Deprecated(input.Deprecated)}";
    }

    private static string Block<T>(IReadOnlyCollection<T> members, Func<T, string?> descriptionOf, Func<T, string> print)
        => members.Count == 0 ? "" : $" {{\n{SdlText.Lines(members, "  ", descriptionOf, print)}\n}}";
}
