using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>No fragment leads back to itself (specification, section 5.5.2.2).</summary>
internal sealed class NoFragmentCycles(ValidationContext context) : IValidationRule
{
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly List<FragmentSpread> path = [];
    private readonly Dictionary<string, int> placeInPath = new(StringComparer.Ordinal);

    public void Attach(RuleHooks hooks)
    {
        if (context.Facts.HasFragments)
            hooks.FragmentEntered += Visit;
    }

    private void Visit(FragmentDefinition fragment)
    {
        var name = fragment.Name.Value;
        if (!visited.Add(name))
            return;

        placeInPath.Add(name, path.Count);
        foreach (var spread in context.Facts.SpreadsOf(fragment.SelectionSet))
        {
            path.Add(spread);
            if (placeInPath.TryGetValue(spread.Name.Value, out var start))
                Report(spread.Name.Value, path[start..]);
            else if (context.Facts.FindFragment(spread.Name.Value) is { } next)
                Visit(next);

            path.RemoveAt(path.Count - 1);
        }

        placeInPath.Remove(name);
    }

    private void Report(string name, List<FragmentSpread> cycle)
    {
        var others = string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name.Value}\""));
        var via = others.Length == 0 ? "" : " via " + others;
        context.Report($"Cannot spread fragment \"{name}\" within itself{via}.", [.. cycle]);
    }
}
