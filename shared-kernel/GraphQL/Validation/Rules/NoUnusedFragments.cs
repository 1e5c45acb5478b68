using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Every fragment is used by some operation (specification, section 5.5.1.4).</summary>
internal sealed class NoUnusedFragments(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks)
    {
        if (context.Facts.HasFragments)
            hooks.DocumentLeft += Check;
    }

    private void Check(Document document)
    {
        var reached = context.Facts.FragmentsOf(context.Facts.Operations);
        var used = reached.Select(fragment => fragment.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinition>())
        {
            if (!used.Contains(fragment.Name.Value))
                context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }
    }
}
