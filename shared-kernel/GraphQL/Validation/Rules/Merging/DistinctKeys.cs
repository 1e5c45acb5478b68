using System.Collections.Immutable;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules.Merging;

/// <summary>Recognises the documents that have no two fields to be merged: without fragments, and no response key twice at one place. Most
/// are such, and this is a fraction of what it takes to compare fields.</summary>
internal static class DistinctKeys
{
    // Beyond so many a set is faster than comparing each with each.
    private const int MostCompared = 24;

    public static bool AreAllIn(Document document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is not OperationDefinition operation || !AreAllIn(operation.SelectionSet))
                return false;
        }

        return true;
    }

    private static bool AreAllIn(SelectionSet selectionSet)
    {
        var selections = selectionSet.Selections;
        if (selections.Length > MostCompared ? !AreMany(selections) : !AreFew(selections))
            return false;

        foreach (var selection in selections)
        {
            if (((FieldNode)selection).SelectionSet is { } inner && !AreAllIn(inner))
                return false;
        }

        return true;
    }

    private static bool AreFew(ImmutableArray<Selection> selections)
    {
        for (var i = 0; i < selections.Length; i++)
        {
            if (selections[i] is not FieldNode field)
                return false;

            for (var earlier = 0; earlier < i; earlier++)
            {
                if (((FieldNode)selections[earlier]).ResponseKey == field.ResponseKey)
                    return false;
            }
        }

        return true;
    }

    private static bool AreMany(ImmutableArray<Selection> selections)
    {
        var keys = new HashSet<string>(selections.Length, StringComparer.Ordinal);
        foreach (var selection in selections)
        {
            if (selection is not FieldNode field || !keys.Add(field.ResponseKey))
                return false;
        }

        return true;
    }
}
