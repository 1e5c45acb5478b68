using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Subscriptions answer whole events, unless <c>@defer</c> and <c>@stream</c> can be switched off (draft of incremental
/// delivery).</summary>
internal sealed class DeferStreamDirectiveOnValidOperations(ValidationContext context) : IValidationRule
{
    // Fragments that hold nothing forbidden, for all operations.
    private readonly HashSet<string> harmless = new(StringComparer.Ordinal);
    private readonly Stack<FragmentSpread> spreads = [];

    public void Attach(RuleHooks hooks)
    {
        if (IncrementalDirectives.AreKnownTo(context.Schema))
            hooks.OperationEntered += Check;
    }

    private void Check(OperationDefinition operation)
    {
        if (operation.Operation != OperationType.Subscription)
            return;

        var visited = new HashSet<string>(StringComparer.Ordinal);
        if (IsHarmless(operation.SelectionSet, visited))
            harmless.UnionWith(visited);
    }

    private bool IsHarmless(SelectionSet selectionSet, HashSet<string> visited)
    {
        var isHarmless = true;
        foreach (var selection in selectionSet.Selections)
        {
            if (CanBeLeftOut(selection))
                continue;

            foreach (var directive in selection.Directives)
                isHarmless &= IsHarmless(directive);

            if (selection is FragmentSpread spread)
                isHarmless &= IsHarmless(spread, visited);
            else if (DocumentFacts.SelectionSetOf(selection) is { } inner)
                isHarmless &= IsHarmless(inner, visited);
        }

        return isHarmless;
    }

    private bool IsHarmless(FragmentSpread spread, HashSet<string> visited)
    {
        var name = spread.Name.Value;
        if (harmless.Contains(name) || !visited.Add(name) || context.Facts.FindFragment(name) is not { } fragment)
            return true;

        spreads.Push(spread);
        var isHarmless = IsHarmless(fragment.SelectionSet, visited);
        spreads.Pop();
        return isHarmless;
    }

    private bool IsHarmless(DirectiveNode directive)
    {
        var name = directive.Name.Value switch
        {
            IncrementalDirectives.Defer => "Defer",
            IncrementalDirectives.Stream => "Stream",
            _ => null,
        };
        if (name is null || CanBeSwitchedOff(directive))
            return true;

        context.Report(
            $"{name} directive not supported on subscription operations. "
            + $"Disable `@{directive.Name.Value}` by setting the `if` argument to `false`.",
            [directive, .. spreads]);
        return false;
    }

    private static bool CanBeLeftOut(Selection selection)
    {
        var skip = selection.Directives.FirstOrDefault(directive => directive.Name.Value == "skip");
        var include = selection.Directives.FirstOrDefault(directive => directive.Name.Value == "include");
        return (skip is not null && ConditionOf(skip) is not BooleanValue { Value: false })
            || (include is not null && ConditionOf(include) is not (null or BooleanValue { Value: true }));
    }

    private static bool CanBeSwitchedOff(DirectiveNode directive) => ConditionOf(directive) is Variable or BooleanValue { Value: false };

    private static ValueNode? ConditionOf(DirectiveNode directive) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "if")?.Value;
}
