using System.Collections.Immutable;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>A directive stands once at a place unless it is repeatable (specification, section 5.7.3).</summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks) => hooks.DirectivesEntered += Check;

    private void Check(ImmutableArray<DirectiveNode> directives)
    {
        if (directives.Length < 2)
            return;

        var known = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (context.Schema.FindDirective(name) is { IsRepeatable: false } && !known.TryAdd(name, directive))
                context.Report($"The directive \"@{name}\" can only be used once at this location.", known[name], directive);
        }
    }
}
