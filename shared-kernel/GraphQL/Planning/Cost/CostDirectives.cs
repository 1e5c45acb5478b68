using System.Globalization;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>
/// The directives <c>@cost</c> and <c>@listSize</c> of IBM's cost specification draft, by which SDL says what <see cref="FieldCost"/> and
/// <see cref="ListSize"/> say. A schema that defines them shows them; others keep the facts to themselves.
/// </summary>
public static class CostDirectives
{
    private const string Cost = "cost";
    private const string Size = "listSize";

    /// <summary>Their definitions, to be added to a schema.</summary>
    public static IReadOnlyList<DirectiveDefinition> Definitions { get; } =
    [
        new(Cost, DirectiveLocation.FieldDefinition)
        {
            Description = "What each object that the field returns costs, or each call where it returns a value. Without it an object costs 1 and a value nothing.",
            Arguments = [new("weight", "String!") { Description = "A number." }],
        },
        new(Size, DirectiveLocation.FieldDefinition)
        {
            Description = "How many items the field may return, by which the cost of each item is multiplied.",
            Arguments =
            [
                new("assumedSize", "Int") { Description = "The number where no slicing argument is given." },
                new("slicingArguments", "[String!]") { Description = "The arguments that limit the number; the largest counts." },
                new("sizedFields", "[String!]") { Description = "The fields of the returned object that have that many items, where the field itself is no list." },
                new("requireOneSlicingArgument", "Boolean") { Description = "Whether exactly one slicing argument must be given.", Default = "true" },
            ],
        },
    ];

    /// <summary>The directives of a field, each with a space before it; empty where the schema does not show them.</summary>
    internal static string Print(Schema schema, Field field)
    {
        var weight = schema.FindDirective(Cost) is not null ? field.Features.Get<FieldCost>()?.Weight : null;
        var size = schema.FindDirective(Size) is not null ? ListSize.Of(field) : null;
        return (weight is null ? "" : string.Create(CultureInfo.InvariantCulture, $" @{Cost}(weight: \"{weight}\")")) + (size is null ? "" : Print(size));
    }

    /// <summary>The facts that the directives of a field tell.</summary>
    internal static Features Read(IEnumerable<DirectiveNode> directives)
    {
        var features = new Features();
        foreach (var directive in directives)
        {
            if (directive.Name.Value == Cost && Text(directive, "weight") is { } weight) features.Set(new FieldCost(double.Parse(weight, CultureInfo.InvariantCulture)));
            if (directive.Name.Value == Size) features.Set(ReadSize(directive));
        }

        return features;
    }

    private static string Print(ListSize size)
    {
        List<string> arguments = [];
        if (size.AssumedSize is { } assumed) arguments.Add(string.Create(CultureInfo.InvariantCulture, $"assumedSize: {assumed}"));
        if (size.SlicingArguments.Count > 0) arguments.Add($"slicingArguments: {Names(size.SlicingArguments)}");
        if (size.SizedFields.Count > 0) arguments.Add($"sizedFields: {Names(size.SizedFields)}");
        if (size.SlicingArguments.Count > 0) arguments.Add("requireOneSlicingArgument: false");
        return $" @{Size}({string.Join(", ", arguments)})";
    }

    private static string Names(IEnumerable<string> names) => $"[{string.Join(", ", names.Select(name => $"\"{name}\""))}]";

    private static ListSize ReadSize(DirectiveNode directive) => new()
    {
        AssumedSize = Find(directive, "assumedSize") is IntValue size ? int.Parse(size.Value, CultureInfo.InvariantCulture) : null,
        SlicingArguments = Texts(directive, "slicingArguments"),
        SizedFields = Texts(directive, "sizedFields"),
    };

    private static List<string> Texts(DirectiveNode directive, string name)
        => Find(directive, name) is ListValue list ? [.. list.Values.OfType<StringValue>().Select(value => value.Value)] : [];

    private static string? Text(DirectiveNode directive, string name) => (Find(directive, name) as StringValue)?.Value;

    private static ValueNode? Find(DirectiveNode directive, string name)
        => directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;
}
