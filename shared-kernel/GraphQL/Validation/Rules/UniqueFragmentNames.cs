using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Fragments have different names (specification, section 5.5.1.1).</summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : IValidationRule
{
    private readonly Dictionary<string, NameNode> known = new(StringComparer.Ordinal);

    public void Attach(RuleHooks hooks)
    {
        if (context.Facts.HasFragments)
            hooks.FragmentEntered += Check;
    }

    private void Check(FragmentDefinition fragment)
    {
        var name = fragment.Name;
        if (!known.TryAdd(name.Value, name))
            context.Report($"There can be only one fragment named \"{name.Value}\".", known[name.Value], name);
    }
}
