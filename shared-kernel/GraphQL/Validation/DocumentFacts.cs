using System.Runtime.InteropServices;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation;

/// <summary>What several rules want to know of the document as a whole: its fragments, who spreads whom, who uses which
/// variables.</summary>
internal sealed class DocumentFacts
{
    private readonly Dictionary<string, FragmentDefinition> fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSet, List<FragmentSpread>> spreads = [];
    private readonly Dictionary<Definition, List<VariableUsage>> usages = [];

    public DocumentFacts(Document document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinition fragment)
                fragments[fragment.Name.Value] = fragment;
            else if (definition is OperationDefinition operation)
                Operations.Add(operation);
        }
    }

    public List<OperationDefinition> Operations { get; } = [];

    public bool HasFragments => fragments.Count > 0;

    /// <summary>The fragment of that name; the last one if there are several.</summary>
    public FragmentDefinition? FindFragment(string name) => fragments.GetValueOrDefault(name);

    /// <summary>The spreads at any depth of a selection set: first those of its own level, then those of deeper levels, the last of
    /// which come first. The order decides which cycle of fragments is told first.</summary>
    public List<FragmentSpread> SpreadsOf(SelectionSet selectionSet)
    {
        if (spreads.TryGetValue(selectionSet, out var found))
            return found;

        found = [];
        var waiting = new Stack<SelectionSet>([selectionSet]);
        while (waiting.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                if (selection is FragmentSpread spread)
                    found.Add(spread);
                else if (SelectionSetOf(selection) is { } inner)
                    waiting.Push(inner);
            }
        }

        spreads.Add(selectionSet, found);
        return found;
    }

    /// <summary>The fragments that definitions lead to through spreads, each once.</summary>
    public List<FragmentDefinition> FragmentsOf(IEnumerable<OperationDefinition> operations)
    {
        var found = new List<FragmentDefinition>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in operations)
            AddFragments(operation.SelectionSet, names, found);
        for (var i = 0; i < found.Count; i++)
            AddFragments(found[i].SelectionSet, names, found);

        return found;
    }

    public void AddUsage(Definition definition, VariableUsage usage)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(usages, definition, out _);
        (list ??= []).Add(usage);
    }

    /// <summary>The variables used by an operation and all fragments that it leads to. Complete once the walk is over.</summary>
    public IReadOnlyList<VariableUsage> UsagesOf(OperationDefinition operation)
    {
        var own = usages.GetValueOrDefault(operation) ?? [];
        if (!HasFragments)
            return own;

        var all = new List<VariableUsage>(own);
        foreach (var fragment in FragmentsOf([operation]))
            all.AddRange(usages.GetValueOrDefault(fragment) ?? []);

        return all;
    }

    public static SelectionSet? SelectionSetOf(Selection selection) => selection switch
    {
        FieldNode field => field.SelectionSet,
        InlineFragment inline => inline.SelectionSet,
        _ => null,
    };

    private void AddFragments(SelectionSet selectionSet, HashSet<string> names, List<FragmentDefinition> found)
    {
        foreach (var spread in SpreadsOf(selectionSet))
        {
            if (names.Add(spread.Name.Value) && FindFragment(spread.Name.Value) is { } fragment)
                found.Add(fragment);
        }
    }
}
