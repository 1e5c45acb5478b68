using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Types that are named exist (specification, section 5.5.1.2).</summary>
internal sealed class KnownTypeNames(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks) => hooks.NamedTypeEntered += Check;

    private void Check(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (context.Schema.FindType(name) is not null)
            return;

        if (context.Schema.FindAbsentType(name) is { } module)
            context.Report(ValidationErrors.NotEnabled($"The type \"{name}\"", module), type);
        else
            context.Report($"Unknown type \"{name}\".{context.Suggest(name, context.Schema.Types.Select(known => known.Name))}", type);
    }
}
