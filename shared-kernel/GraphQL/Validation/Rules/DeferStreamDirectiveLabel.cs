using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Labels of <c>@defer</c> and <c>@stream</c> are literals and different (draft of incremental delivery).</summary>
internal sealed class DeferStreamDirectiveLabel(ValidationContext context) : IValidationRule
{
    private readonly Dictionary<string, DirectiveNode> known = new(StringComparer.Ordinal);

    public void Attach(RuleHooks hooks)
    {
        if (IncrementalDirectives.AreKnownTo(context.Schema))
            hooks.DirectiveEntered += Check;
    }

    private void Check(DirectiveNode directive, SyntaxNode place)
    {
        if (directive.Name.Value is not (IncrementalDirectives.Defer or IncrementalDirectives.Stream))
            return;

        switch (directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "label")?.Value)
        {
            case null or NullValue:
                break;
            case StringValue label when known.TryAdd(label.Value, directive):
                break;
            case StringValue label:
                context.Report(
                    "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
                    known[label.Value],
                    directive);
                break;
            default:
                context.Report($"Argument \"@{directive.Name.Value}(label:)\" must be a static string.", directive);
                break;
        }
    }
}
