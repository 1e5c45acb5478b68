using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Introspection does not follow lists of types through each other, which would multiply the response.</summary>
internal sealed class MaxIntrospectionDepth(ValidationContext context) : IValidationRule
{
    private readonly int maxLists = context.Options.Limits.MaxIntrospectionLists;

    // How deep a fragment was entered when it was found harmless (the deepest) or beyond the limit (the shallowest).
    private readonly Dictionary<string, int> harmlessAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> exceedingAt = new(StringComparer.Ordinal);
    private FieldNode? reported;

    public void Attach(RuleHooks hooks)
    {
        hooks.FieldEntered += Check;
        hooks.FieldLeft += Leave;
    }

    private void Check(FieldNode field)
    {
        if (reported is not null || field.Name.Value is not ("__schema" or "__type"))
            return;

        if (!Exceeds(field, depth: 0, new Dictionary<string, int>(StringComparer.Ordinal)))
            return;

        reported = field;
        context.Report("Maximum introspection depth exceeded", field);
    }

    private void Leave(FieldNode field)
    {
        if (reported == field)
            reported = null;
    }

    private bool Exceeds(Selection selection, int depth, Dictionary<string, int> visitedAt)
    {
        if (selection is FragmentSpread spread)
            return FragmentExceeds(spread.Name.Value, depth, visitedAt);
        if (selection is FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" } && ++depth >= maxLists)
            return true;

        return DocumentFacts.SelectionSetOf(selection) is { } selectionSet && Exceeds(selectionSet, depth, visitedAt);
    }

    private bool Exceeds(SelectionSet selectionSet, int depth, Dictionary<string, int> visitedAt)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (Exceeds(selection, depth, visitedAt))
                return true;
        }

        return false;
    }

    private bool FragmentExceeds(string name, int depth, Dictionary<string, int> visitedAt)
    {
        if (exceedingAt.TryGetValue(name, out var exceeding) && exceeding <= depth)
            return true;
        if ((visitedAt.TryGetValue(name, out var visited) && visited >= depth)
            || (harmlessAt.TryGetValue(name, out var harmless) && harmless >= depth)
            || context.Facts.FindFragment(name) is not { } fragment)
        {
            return false;
        }

        visitedAt[name] = depth;
        var exceeds = Exceeds(fragment.SelectionSet, depth, visitedAt);
        (exceeds ? exceedingAt : harmlessAt)[name] = depth;
        return exceeds;
    }
}
