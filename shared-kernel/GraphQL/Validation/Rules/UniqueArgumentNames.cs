using System.Collections.Immutable;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Arguments of a field or directive have different names (specification, section 5.4.2).</summary>
internal sealed class UniqueArgumentNames(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks)
    {
        hooks.FieldEntered += field => Check(field.Arguments);
        hooks.DirectiveEntered += (directive, _) => Check(directive.Arguments);
    }

    private void Check(ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.Length < 2)
            return;

        var names = arguments.Select(argument => argument.Name);
        UniqueNames.Report(context, names, name => $"There can be only one argument named \"{name}\".");
    }
}
