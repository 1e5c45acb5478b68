using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules.Merging;

/// <summary>
/// Finds every conflict in a document that is known to have one, pair by pair and in the order of graphql-js, so that the messages say
/// which fields collide. The lettered steps are those that graphql-js describes. It is the costly way and has a budget.
/// </summary>
internal sealed class ConflictFinder(ValidationContext context)
{
    private const int MaxSteps = 100_000;

    private readonly ComplexityBudget budget = new(context, MaxSteps);
    private readonly Dictionary<(NamedType? Parent, SelectionSet Selections), FieldCollection> collections = [];
    private readonly Dictionary<(string, string), bool> comparedFragments = [];

    public List<Conflict> FindIn(CompositeType? parent, SelectionSet selectionSet)
    {
        var conflicts = new List<Conflict>();
        var collection = Collect(parent, selectionSet);

        // (A) Fields of this selection set with each other.
        foreach (var (key, fields) in collection.Fields)
            CompareWithin(conflicts, key, fields);

        for (var i = 0; i < collection.FragmentNames.Count; i++)
        {
            // (B) Fields with those of each fragment that is spread here.
            CompareWithFragment(conflicts, false, collection, collection.FragmentNames[i]);

            // (C) Fragments that are spread here with each other.
            for (var j = i + 1; j < collection.FragmentNames.Count; j++)
                CompareFragments(conflicts, false, collection.FragmentNames[i], collection.FragmentNames[j]);
        }

        return conflicts;
    }

    private void CompareWithin(List<Conflict> conflicts, string key, List<SelectedField> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            for (var j = i + 1; j < fields.Count; j++)
                Compare(conflicts, false, key, fields[i], fields[j]);
        }
    }

    private void CompareWithFragment(List<Conflict> conflicts, bool areExclusive, FieldCollection collection, string name)
    {
        budget.Descend();
        if (collection.Fields.Count == 0)
            return;

        // What was compared without being exclusive need not be compared again, exclusive or not.
        if (collection.ComparedFragments.TryGetValue(name, out var wereExclusive) && (!wereExclusive || areExclusive))
            return;

        collection.ComparedFragments[name] = areExclusive;
        if (CollectFragment(name) is not { } fragment || fragment == collection)
            return;

        // (D) The fields with the fragment's own fields, (E) then with the fragments that it spreads.
        CompareBetween(conflicts, areExclusive, collection, fragment);
        foreach (var inner in fragment.FragmentNames)
            CompareWithFragment(conflicts, areExclusive, collection, inner);
    }

    private void CompareFragments(List<Conflict> conflicts, bool areExclusive, string firstName, string secondName)
    {
        budget.Descend();
        budget.Spend(1);
        if (firstName == secondName || WereCompared(firstName, secondName, areExclusive))
            return;

        comparedFragments[(firstName, secondName)] = areExclusive;
        if (CollectFragment(firstName) is not { } first || CollectFragment(secondName) is not { } second)
            return;

        // (F) The fields of both, (G) then each with the fragments that the other spreads.
        CompareBetween(conflicts, areExclusive, first, second);
        foreach (var inner in second.FragmentNames)
            CompareFragments(conflicts, areExclusive, firstName, inner);
        foreach (var inner in first.FragmentNames)
            CompareFragments(conflicts, areExclusive, inner, secondName);
    }

    private bool WereCompared(string first, string second, bool areExclusive) =>
        (comparedFragments.TryGetValue((first, second), out var wereExclusive) && (areExclusive || !wereExclusive))
        || (comparedFragments.TryGetValue((second, first), out wereExclusive) && (areExclusive || !wereExclusive));

    private List<Conflict> FindBetween(bool areExclusive, SelectedField firstField, SelectedField secondField)
    {
        budget.Descend();
        var conflicts = new List<Conflict>();
        var first = Collect(firstField.Type?.Named, firstField.Node.SelectionSet!);
        var second = Collect(secondField.Type?.Named, secondField.Node.SelectionSet!);

        // (H) The fields of both, (I) then the fields of each with the fragments of the other, (J) then the fragments of both.
        CompareBetween(conflicts, areExclusive, first, second);
        foreach (var name in second.FragmentNames)
            CompareWithFragment(conflicts, areExclusive, first, name);
        foreach (var name in first.FragmentNames)
            CompareWithFragment(conflicts, areExclusive, second, name);
        foreach (var firstName in first.FragmentNames)
        {
            foreach (var secondName in second.FragmentNames)
                CompareFragments(conflicts, areExclusive, firstName, secondName);
        }

        return conflicts;
    }

    private void CompareBetween(List<Conflict> conflicts, bool areExclusive, FieldCollection first, FieldCollection second)
    {
        if (second.Fields.Count == 0)
            return;

        budget.Spend(first.Fields.Count);
        foreach (var (key, firstFields) in first.Fields)
        {
            if (!second.Fields.TryGetValue(key, out var secondFields))
                continue;

            foreach (var firstField in firstFields)
            {
                foreach (var secondField in secondFields)
                    Compare(conflicts, areExclusive, key, firstField, secondField);
            }
        }
    }

    private void Compare(List<Conflict> conflicts, bool parentsAreExclusive, string key, SelectedField first, SelectedField second)
    {
        budget.Spend(2);
        var areExclusive = parentsAreExclusive || first.IsExclusiveWith(second);
        var reason = (areExclusive ? null : ReasonOf(first.Node, second.Node)) ?? StreamReasonOf(first, second);
        if (reason is null && SelectedField.HaveConflictingShapes(first.Type, second.Type))
            reason = $"they return conflicting types \"{first.Type}\" and \"{second.Type}\"";

        if (reason is not null)
        {
            conflicts.Add(new Conflict(key, reason, [first.Node], [second.Node]));
            return;
        }

        if (first.Node.SelectionSet is null || second.Node.SelectionSet is null)
            return;

        var below = FindBetween(areExclusive, first, second);
        if (below.Count > 0)
            conflicts.Add(Conflict.OfSubfields(key, first.Node, second.Node, below));
    }

    /// <summary>Why two fields that may apply to one object cannot share a response key, apart from their types.</summary>
    private string? ReasonOf(FieldNode first, FieldNode second)
    {
        if (first.Name.Value != second.Name.Value)
            return $"\"{Conflict.Abbreviate(first.Name.Value)}\" and \"{Conflict.Abbreviate(second.Name.Value)}\" are different fields";

        budget.Spend(first.Arguments.Length);
        return ArgumentComparison.AreSame(first.Arguments, second.Arguments) ? null : "they have differing arguments";
    }

    // A list is streamed by one selection alone, whatever the arguments (draft of incremental delivery).
    private static string? StreamReasonOf(SelectedField first, SelectedField second)
    {
        const string Reason = "they have overlapping stream directives";
        if (first.Stream is null && second.Stream is null)
            return null;

        var areSame = first.Stream is not null && second.Stream is not null
            && ArgumentComparison.AreSame(first.Stream.Arguments, second.Stream.Arguments);
        return areSame ? Reason + ". See https://github.com/graphql/defer-stream-wg/discussions/100" : Reason;
    }

    private FieldCollection? CollectFragment(string name) =>
        context.Facts.FindFragment(name) is { } fragment
            ? Collect(context.Schema.FindType(fragment.TypeCondition.Name.Value), fragment.SelectionSet)
            : null;

    /// <summary>The fields of a selection set, collected once for each type that it is said to select of, be that composite or
    /// not.</summary>
    private FieldCollection Collect(NamedType? parent, SelectionSet selectionSet)
    {
        if (collections.TryGetValue((parent, selectionSet), out var collection))
            return collection;

        collection = new FieldCollection();
        CollectInto(collection, parent as CompositeType, selectionSet);
        collections.Add((parent, selectionSet), collection);
        return collection;
    }

    private void CollectInto(FieldCollection collection, CompositeType? parent, SelectionSet selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    collection.Add(new SelectedField(parent, field));
                    break;
                case FragmentSpread spread:
                    collection.Add(spread);
                    break;
                case InlineFragment inline:
                    var type = inline.TypeCondition is { } condition ? context.Schema.FindType(condition) as CompositeType : parent;
                    CollectInto(collection, type, inline.SelectionSet);
                    break;
            }
        }
    }
}
