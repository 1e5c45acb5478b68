using Modular.GraphQL.Language;

namespace Modular.GraphQL.Planning;

/// <summary>Finds the variables that <c>@skip</c> and <c>@include</c> of an operation read.</summary>
internal sealed class ConditionVariables
{
    private readonly IReadOnlyDictionary<string, FragmentDefinition> fragments;
    private readonly HashSet<string> visitedFragments = new(StringComparer.Ordinal);
    private readonly SortedSet<string> found = new(StringComparer.Ordinal);

    private ConditionVariables(IReadOnlyDictionary<string, FragmentDefinition> fragments) => this.fragments = fragments;

    public static string[] Of(OperationDefinition operation, IReadOnlyDictionary<string, FragmentDefinition> fragments)
    {
        var search = new ConditionVariables(fragments);
        search.Visit(operation.SelectionSet);
        return [.. search.found];
    }

    private void Visit(SelectionSet? selectionSet)
    {
        if (selectionSet is null) return;
        foreach (var selection in selectionSet.Selections)
        {
            foreach (var directive in selection.Directives.Where(directive => directive.Name.Value is "skip" or "include")) Visit(directive);
            if (selection is FieldNode field) Visit(field.SelectionSet);
            else if (selection is InlineFragment inline) Visit(inline.SelectionSet);
            else if (selection is FragmentSpread spread && visitedFragments.Add(spread.Name.Value)) Visit(fragments[spread.Name.Value].SelectionSet);
        }
    }

    private void Visit(DirectiveNode directive)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Value is Variable variable) found.Add(variable.Name.Value);
        }
    }
}
