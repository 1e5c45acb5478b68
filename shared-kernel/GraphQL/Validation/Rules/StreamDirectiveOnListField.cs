using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary><c>@stream</c> stands at lists (draft of incremental delivery). Silent in schemas that do not define the directive.</summary>
internal sealed class StreamDirectiveOnListField(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks)
    {
        if (context.Schema.FindDirective(IncrementalDirectives.Stream) is not null)
            hooks.DirectiveEntered += Check;
    }

    private void Check(DirectiveNode directive, SyntaxNode place)
    {
        if (directive.Name.Value == IncrementalDirectives.Stream
            && context is { Field: { } field, ParentType: { } parent }
            && field.Type.Nullable is not ListType)
        {
            context.Report($"Directive \"@stream\" cannot be used on non-list field \"{parent.Name}.{field.Name}\".", directive);
        }
    }
}
