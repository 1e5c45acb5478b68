using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Directives exist and stand where they may (specification, sections 5.7.1 and 5.7.2).</summary>
internal sealed class KnownDirectives(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks) => hooks.DirectiveEntered += Check;

    private void Check(DirectiveNode node, SyntaxNode place)
    {
        if (context.Directive is not { } directive)
            context.Report($"Unknown directive \"@{node.Name.Value}\".", node);
        else if (LocationOf(place) is var location && !directive.Locations.Contains(location))
            context.Report($"Directive \"@{directive.Name}\" may not be used on {location.ToSdl()}.", node);
    }

    private static DirectiveLocation LocationOf(SyntaxNode place) => place switch
    {
        OperationDefinition { Operation: OperationType.Mutation } => DirectiveLocation.Mutation,
        OperationDefinition { Operation: OperationType.Subscription } => DirectiveLocation.Subscription,
        OperationDefinition => DirectiveLocation.Query,
        FragmentDefinition => DirectiveLocation.FragmentDefinition,
        FragmentSpread => DirectiveLocation.FragmentSpread,
        InlineFragment => DirectiveLocation.InlineFragment,
        VariableDefinition => DirectiveLocation.VariableDefinition,
        _ => DirectiveLocation.Field,
    };
}
