using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>Finds the variables that decide what an operation selects and what of it comes later: those that <c>@skip</c>, <c>@include</c>, <c>@defer</c>
/// and <c>@stream</c> read as their conditions.</summary>
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
            foreach (var directive in selection.Directives.Where(directive => directive.Name.Value is "skip" or "include" or IncrementalDirectives.Defer or IncrementalDirectives.Stream)) Visit(directive);
            if (selection is FieldNode field) Visit(field.SelectionSet);
            else if (selection is InlineFragment inline) Visit(inline.SelectionSet);
            else if (selection is FragmentSpread spread && visitedFragments.Add(spread.Name.Value)) Visit(fragments[spread.Name.Value].SelectionSet);
        }
    }

    private void Visit(DirectiveNode directive)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument is { Name.Value: IncrementalDirectives.If, Value: Variable variable }) found.Add(variable.Name.Value);
        }
    }
}
