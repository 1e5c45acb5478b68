using Modular.GraphQL.Language;
using Modular.GraphQL.Validation.Rules.Merging;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Fields of one response key can be merged into one value (specification, section 5.3.2). Documents that hold no conflict are
/// recognised without comparing pairs; only for the others are the pairs sought that collide.</summary>
internal sealed class OverlappingFieldsCanBeMerged(ValidationContext context) : IValidationRule
{
    private readonly ConflictFinder finder = new(context);
    private readonly HashSet<SelectionSet> inlineFragments = [];

    public void Attach(RuleHooks hooks)
    {
        if (DistinctKeys.AreAllIn(context.Document) || CanMergeAll())
            return;

        hooks.InlineFragmentEntered += inline => inlineFragments.Add(inline.SelectionSet);
        hooks.SelectionSetEntered += Check;
    }

    private bool CanMergeAll()
    {
        var check = new MergeCheck(context);
        foreach (var definition in context.Document.Definitions)
        {
            var canMerge = definition switch
            {
                OperationDefinition operation => check.CanMerge(context.Schema.RootType(operation.Operation), operation.SelectionSet),
                FragmentDefinition fragment => check.CanMerge(context.ConditionOf(fragment), fragment.SelectionSet),
                _ => true,
            };
            if (!canMerge)
                return false;
        }

        return true;
    }

    private void Check(SelectionSet selectionSet)
    {
        // Inline fragments are looked at with the selection set around them.
        if (inlineFragments.Contains(selectionSet) || selectionSet.Selections is [not InlineFragment])
            return;

        foreach (var conflict in finder.FindIn(context.ParentType, selectionSet))
            context.Report(conflict.Message, [.. conflict.FirstFields, .. conflict.SecondFields]);
    }
}
