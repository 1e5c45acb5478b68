using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Fragments apply to objects, interfaces and unions (specification, section 5.5.1.3).</summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks)
    {
        hooks.InlineFragmentEntered += CheckInline;
        if (context.Facts.HasFragments)
            hooks.FragmentEntered += CheckNamed;
    }

    private void CheckInline(InlineFragment fragment)
    {
        if (fragment.TypeCondition is { } condition && IsLeafOrInput(condition))
            context.Report($"Fragment cannot condition on non composite type \"{condition.Name.Value}\".", condition);
    }

    private void CheckNamed(FragmentDefinition fragment)
    {
        var condition = fragment.TypeCondition;
        if (IsLeafOrInput(condition))
        {
            context.Report(
                $"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type \"{condition.Name.Value}\".", condition);
        }
    }

    private bool IsLeafOrInput(NamedTypeNode condition) => context.Schema.FindType(condition) is not (null or CompositeType);
}
