using System.Runtime.InteropServices;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules.Merging;

/// <summary>
/// Tells whether all fields of a document can be merged, without comparing every pair of them. All fields of one response key are looked at
/// together: each is compared with the first, then what they select is joined into one set and looked at likewise. Two walks do it, since
/// the shape of a value must agree for all types, name and arguments only for types that an object may have at once.
/// </summary>
internal sealed class MergeCheck(ValidationContext context)
{
    private const int MaxSteps = 100_000;

    private readonly ComplexityBudget budget = new(context, MaxSteps);
    private readonly Dictionary<Source, int> sourceIds = [];
    private readonly HashSet<string> checkedShapes = new(StringComparer.Ordinal);
    private readonly HashSet<string> checkedNames = new(StringComparer.Ordinal);

    public bool CanMerge(CompositeType? parent, SelectionSet selectionSet)
    {
        Source[] top = [new Source(parent, selectionSet)];
        return ShapesAgree(top) && NamesAgree(top);
    }

    private bool ShapesAgree(IReadOnlyCollection<Source> sources)
    {
        budget.Descend();
        if (!checkedShapes.Add(KeyOf(sources)))
            return true;

        foreach (var fields in Collect(sources).Values)
        {
            var typed = fields.Find(field => field.Type is not null);
            if (typed is not null && fields.Exists(field => SelectedField.HaveConflictingShapes(typed.Type, field.Type)))
                return false;
            if (fields.Count > 1 && fields.Exists(field => field.Stream is not null))
                return false;

            var inner = SelectionsOf(fields);
            if (inner.Count > 0 && !ShapesAgree(inner))
                return false;
        }

        return true;
    }

    private bool NamesAgree(IReadOnlyCollection<Source> sources)
    {
        budget.Descend();
        if (!checkedNames.Add(KeyOf(sources)))
            return true;

        foreach (var fields in Collect(sources).Values)
        {
            foreach (var together in GroupsThatMeet(fields))
            {
                var first = together[0].Node;
                if (ArgumentComparison.HasDuplicates(first.Arguments) || together.Exists(field => !IsSame(first, field.Node)))
                    return false;

                var inner = SelectionsOf(together);
                if (inner.Count > 0 && !NamesAgree(inner))
                    return false;
            }
        }

        return true;
    }

    private static bool IsSame(FieldNode first, FieldNode second) =>
        first == second
        || (first.Name.Value == second.Name.Value && ArgumentComparison.AreSame(first.Arguments, second.Arguments));

    /// <summary>Splits fields into groups whose members may apply to one object: for each object type those selected of it and those
    /// selected of abstract types.</summary>
    private IEnumerable<List<SelectedField>> GroupsThatMeet(List<SelectedField> fields)
    {
        var objects = fields.Select(field => field.Parent).OfType<ObjectType>().Distinct().ToArray();
        if (objects.Length < 2)
            return [fields];

        budget.Spend(objects.Length * fields.Count);
        return objects.Select(type => fields.FindAll(field => field.Parent is not ObjectType || field.Parent == type));
    }

    /// <summary>What the fields select, each selection set once.</summary>
    private static HashSet<Source> SelectionsOf(List<SelectedField> fields)
    {
        var sources = new HashSet<Source>();
        foreach (var field in fields)
        {
            if (field.Node.SelectionSet is { } selectionSet)
                sources.Add(new Source(field.SelectionType, selectionSet));
        }

        return sources;
    }

    /// <summary>The fields of joined selection sets by their response key, fragments unfolded.</summary>
    private Dictionary<string, List<SelectedField>> Collect(IEnumerable<Source> sources)
    {
        var fields = new Dictionary<string, List<SelectedField>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<Source>(sources);
        while (waiting.TryPop(out var source))
        {
            budget.Spend(source.Selections.Selections.Length);
            foreach (var selection in source.Selections.Selections)
            {
                if (selection is FieldNode field)
                    Add(fields, new SelectedField(source.Parent, field));
                else if (Unfold(selection, source.Parent, visited) is { } inner)
                    waiting.Push(inner);
            }
        }

        return fields;
    }

    private Source? Unfold(Selection selection, CompositeType? parent, HashSet<string> visited) => selection switch
    {
        InlineFragment { TypeCondition: { } condition } inline =>
            new Source(context.Schema.FindType(condition) as CompositeType, inline.SelectionSet),
        InlineFragment inline => new Source(parent, inline.SelectionSet),
        FragmentSpread spread when visited.Add(spread.Name.Value) && context.Facts.FindFragment(spread.Name.Value) is { } fragment =>
            new Source(context.ConditionOf(fragment), fragment.SelectionSet),
        _ => null,
    };

    private static void Add(Dictionary<string, List<SelectedField>> fields, SelectedField field)
    {
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(fields, field.Node.ResponseKey, out _);
        (same ??= []).Add(field);
    }

    /// <summary>A key for joined selection sets, whatever their order.</summary>
    private string KeyOf(IEnumerable<Source> sources) => string.Join(',', sources.Select(IdOf).Order());

    private int IdOf(Source source)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(sourceIds, source, out var exists);
        if (!exists)
            id = sourceIds.Count;

        return id;
    }

    /// <summary>A selection set with the type that it selects of. Syntax nodes are compared by identity.</summary>
    private readonly record struct Source(CompositeType? Parent, SelectionSet Selections);
}
