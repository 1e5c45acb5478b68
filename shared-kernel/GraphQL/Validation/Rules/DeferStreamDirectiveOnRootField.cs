using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Root fields of mutations and subscriptions come at once (draft of incremental delivery).</summary>
internal sealed class DeferStreamDirectiveOnRootField(ValidationContext context) : IValidationRule
{
    // Fragments that hold nothing forbidden, for all operations.
    private readonly HashSet<string> harmless = new(StringComparer.Ordinal);

    public void Attach(RuleHooks hooks)
    {
        if (IncrementalDirectives.AreKnownTo(context.Schema))
            hooks.OperationEntered += Check;
    }

    private void Check(OperationDefinition operation)
    {
        if (operation.Operation == OperationType.Query || context.Schema.RootType(operation.Operation) is not { } root)
            return;

        var visited = new HashSet<string>(StringComparer.Ordinal);
        if (IsHarmless(operation.SelectionSet, $"root {operation.Operation.ToKeyword()} type \"{root.Name}\"", visited))
            harmless.UnionWith(visited);
    }

    private bool IsHarmless(SelectionSet selectionSet, string place, HashSet<string> visited)
    {
        var isHarmless = true;
        foreach (var selection in selectionSet.Selections)
        {
            if (selection is FragmentSpread { Name.Value: var name } && (!visited.Add(name) || context.Facts.FindFragment(name) is null))
                continue;

            if (Forbidden(selection) is { } directive)
            {
                isHarmless = false;
                var kind = directive.Name.Value == IncrementalDirectives.Stream ? "Stream" : "Defer";
                context.Report($"{kind} directive cannot be used on {place}.", directive);
            }

            if (InnerSelections(selection) is { } inner)
                isHarmless &= IsHarmless(inner, place, visited);
        }

        return isHarmless;
    }

    private static DirectiveNode? Forbidden(Selection selection)
    {
        var name = selection is FieldNode ? IncrementalDirectives.Stream : IncrementalDirectives.Defer;
        return selection.Directives.FirstOrDefault(directive => directive.Name.Value == name);
    }

    private SelectionSet? InnerSelections(Selection selection) => selection switch
    {
        InlineFragment inline => inline.SelectionSet,
        FragmentSpread spread when !harmless.Contains(spread.Name.Value) => context.Facts.FindFragment(spread.Name.Value)?.SelectionSet,
        _ => null,
    };
}
