using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Arguments that are given exist (specification, section 5.4.1).</summary>
internal sealed class KnownArgumentNames(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks)
    {
        hooks.FieldEntered += CheckField;
        hooks.DirectiveEntered += CheckDirective;
    }

    private void CheckField(FieldNode node)
    {
        if (node.Arguments.IsEmpty || context.Field is not { } field || context.ParentType is not { } parent)
            return;

        foreach (var argument in node.Arguments)
        {
            if (field.FindArgument(argument.Name.Value) is null)
                Report(argument, $"field \"{parent.Name}.{field.Name}\"", field.Arguments);
        }
    }

    private void CheckDirective(DirectiveNode node, SyntaxNode place)
    {
        if (context.Directive is not { } directive)
            return;

        foreach (var argument in node.Arguments)
        {
            if (directive.FindArgument(argument.Name.Value) is null)
                Report(argument, $"directive \"@{directive.Name}\"", directive.Arguments);
        }
    }

    private void Report(ArgumentNode argument, string owner, IReadOnlyList<Argument> known)
    {
        var name = argument.Name.Value;
        context.Report($"Unknown argument \"{name}\" on {owner}.{context.Suggest(name, known.Select(each => each.Name))}", argument);
    }
}
