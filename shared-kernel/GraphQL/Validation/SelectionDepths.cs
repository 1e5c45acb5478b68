using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation;

/// <summary>Tells how deep fields nest, fragments unfolded. It uses no recursion, since fragments may lead to fragments as often as a
/// document has room for; cycles count as if they ended where they close.</summary>
internal sealed class SelectionDepths(DocumentFacts facts)
{
    private readonly Dictionary<SelectionSet, Depth> depths = [];

    public Depth Of(SelectionSet root) => facts.HasFragments ? Unfolded(root) : AsWritten(root);

    // Without fragments selections nest no deeper than the parser let them.
    private static Depth AsWritten(SelectionSet selectionSet)
    {
        var (fields, all) = (1, 1);
        foreach (var selection in selectionSet.Selections)
        {
            if (DocumentFacts.SelectionSetOf(selection) is not { } inner)
                continue;

            var below = AsWritten(inner);
            fields = Math.Max(fields, below.Fields + (selection is FieldNode ? 1 : 0));
            all = Math.Max(all, below.All + 1);
        }

        return new Depth(fields, all);
    }

    private Depth Unfolded(SelectionSet root)
    {
        var open = new HashSet<SelectionSet>();
        var waiting = new Stack<SelectionSet>([root]);
        while (waiting.TryPeek(out var selectionSet))
        {
            if (depths.ContainsKey(selectionSet))
            {
                waiting.Pop();
                continue;
            }

            // The first visit puts what lies below on the stack; the second one finds it measured.
            if (open.Add(selectionSet))
            {
                foreach (var (inner, _) in Below(selectionSet))
                {
                    if (!depths.ContainsKey(inner) && !open.Contains(inner))
                        waiting.Push(inner);
                }

                continue;
            }

            waiting.Pop();
            depths.Add(selectionSet, Measure(selectionSet));
        }

        return depths[root];
    }

    private Depth Measure(SelectionSet selectionSet)
    {
        var (fields, all) = (1, 1);
        foreach (var (inner, levels) in Below(selectionSet))
        {
            var below = depths.GetValueOrDefault(inner);
            fields = Math.Max(fields, below.Fields + levels);
            all = Math.Max(all, below.All + 1);
        }

        return new Depth(fields, all);
    }

    /// <summary>What a selection set leads to; only fields take a level of fields.</summary>
    private IEnumerable<(SelectionSet Inner, int Levels)> Below(SelectionSet selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (selection is FieldNode { SelectionSet: { } ofField })
                yield return (ofField, 1);
            else if (selection is InlineFragment inline)
                yield return (inline.SelectionSet, 0);
            else if (selection is FragmentSpread spread && facts.FindFragment(spread.Name.Value) is { } fragment)
                yield return (fragment.SelectionSet, 0);
        }
    }

    /// <summary>How deep a selection set goes.</summary>
    /// <param name="Fields">The levels of fields.</param>
    /// <param name="All">The levels of fields and fragments.</param>
    public readonly record struct Depth(int Fields, int All);
}
