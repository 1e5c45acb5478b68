using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>A fragment can apply where it is spread (specification, section 5.5.2.3).</summary>
internal sealed class PossibleFragmentSpreads(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks)
    {
        hooks.InlineFragmentEntered += CheckInline;
        hooks.FragmentSpreadEntered += CheckSpread;
    }

    private void CheckInline(InlineFragment inline)
    {
        if (context.CurrentType is CompositeType type && context.ParentType is { } parent && !Overlap(type, parent))
            context.Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", inline);
    }

    private void CheckSpread(FragmentSpread spread)
    {
        if (context.ParentType is not { } parent || context.Facts.FindFragment(spread.Name.Value) is not { } fragment)
            return;

        if (context.ConditionOf(fragment) is { } type && !Overlap(type, parent))
        {
            context.Report(
                $"Fragment \"{spread.Name.Value}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                spread);
        }
    }

    private bool Overlap(CompositeType first, CompositeType second) =>
        first == second || context.Schema.GetPossibleTypes(first).Any(type => context.Schema.IsPossibleType(second, type));
}
