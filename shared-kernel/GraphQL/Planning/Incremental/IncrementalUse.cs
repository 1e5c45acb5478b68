using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>Finds the parts of a document that <c>@defer</c> and <c>@stream</c> mark, once the conditions are known.</summary>
/// <param name="fragments">The fragments of the document.</param>
/// <param name="evaluate">Tells the value of a condition, true when it is absent.</param>
internal sealed class IncrementalUse(IReadOnlyDictionary<string, FragmentDefinition> fragments, Func<ValueNode?, bool> evaluate)
{
    private readonly Dictionary<SelectionSet, bool> known = [];

    /// <summary>The value of a directive's argument; <see langword="null"/> when it is not given.</summary>
    public static ValueNode? ArgumentOf(DirectiveNode directive, string name)
        => directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    /// <summary>The label, which validation demands to be a literal.</summary>
    public static string? LabelOf(DirectiveNode directive) => (ArgumentOf(directive, IncrementalDirectives.Label) as StringValue)?.Value;

    /// <summary>The selection's <c>@defer</c>, unless it is switched off.</summary>
    public DirectiveNode? DeferOf(Selection selection) => Find(selection, IncrementalDirectives.Defer);

    /// <summary>The field's <c>@stream</c>, unless it is switched off.</summary>
    public DirectiveNode? StreamOf(FieldNode field) => Find(field, IncrementalDirectives.Stream);

    /// <summary>Whether anything below may be delivered later than the rest. The recursion is over fragments and fields, which validation limits.</summary>
    public bool IsIn(SelectionSet? selectionSet)
    {
        if (selectionSet is null) return false;
        if (known.TryGetValue(selectionSet, out var found)) return found;
        foreach (var selection in selectionSet.Selections)
        {
            found |= selection switch
            {
                FieldNode field => StreamOf(field) is not null || IsIn(field.SelectionSet),
                InlineFragment inline => DeferOf(inline) is not null || IsIn(inline.SelectionSet),
                FragmentSpread spread => DeferOf(spread) is not null || IsIn(fragments[spread.Name.Value].SelectionSet),
                _ => false,
            };
        }

        known.Add(selectionSet, found);
        return found;
    }

    private DirectiveNode? Find(Selection selection, string name)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value == name && evaluate(ArgumentOf(directive, IncrementalDirectives.If))) return directive;
        }

        return null;
    }
}
