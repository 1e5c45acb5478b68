using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL.Exports.Planning;

/// <summary>A field that a document selects, wherever its fragments put it.</summary>
/// <param name="Node">Its place in the document.</param>
/// <param name="Field">The field of the schema.</param>
internal sealed record SelectedField(FieldNode Node, Field Field)
{
    /// <summary>The key in the response.</summary>
    public string Key => Node.ResponseKey;
}

/// <summary>Tells which fields a document selects, its fragments put in their places. The document is valid for the schema.</summary>
internal sealed class SelectedFields(Schema schema, Document document)
{
    private readonly Dictionary<string, FragmentDefinition> fragments =
        document.Definitions.OfType<FragmentDefinition>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);

    /// <summary>The fields that are selected of a type, those of introspection left out.</summary>
    public IEnumerable<SelectedField> Of(CompositeType type, SelectionSet? selections)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            var inner = selection switch
            {
                FieldNode node => node.Name.Value.StartsWith("__", StringComparison.Ordinal) ? [] : [new SelectedField(node, schema.FindField(type, node.Name.Value)!)],
                InlineFragment fragment => Of(fragment.TypeCondition is { } condition ? Composite(condition) : type, fragment.SelectionSet),
                FragmentSpread spread => Of(Composite(fragments[spread.Name.Value].TypeCondition), fragments[spread.Name.Value].SelectionSet),
                _ => Enumerable.Empty<SelectedField>(),
            };
            foreach (var field in inner)
                yield return field;
        }
    }

    private CompositeType Composite(NamedTypeNode condition) => (CompositeType)schema.FindType(condition.Name.Value)!;
}
