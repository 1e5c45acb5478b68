using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Fragments that are spread exist (specification, section 5.5.2.1).</summary>
internal sealed class KnownFragmentNames(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks) => hooks.FragmentSpreadEntered += Check;

    private void Check(FragmentSpread spread)
    {
        if (context.Facts.FindFragment(spread.Name.Value) is null)
            context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
    }
}
