using System.Collections.Immutable;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Arguments that must be given are given (specification, section 5.4.3).</summary>
internal sealed class ProvidedRequiredArguments(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks)
    {
        hooks.FieldLeft += CheckField;
        hooks.DirectiveLeft += CheckDirective;
    }

    private void CheckField(FieldNode node)
    {
        if (context.Field is not { } field)
            return;

        foreach (var argument in field.Arguments)
        {
            if (IsMissing(argument, node.Arguments))
                Report($"Field \"{field.Name}\"", argument, node);
        }
    }

    private void CheckDirective(DirectiveNode node)
    {
        if (context.Directive is not { } directive)
            return;

        foreach (var argument in directive.Arguments)
        {
            if (IsMissing(argument, node.Arguments))
                Report($"Directive \"@{directive.Name}\"", argument, node);
        }
    }

    private static bool IsMissing(Argument argument, ImmutableArray<ArgumentNode> given) =>
        argument.IsRequired && !given.Any(node => node.Name.Value == argument.Name);

    private void Report(string owner, Argument argument, SyntaxNode node) =>
        context.Report($"{owner} argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", node);
}
