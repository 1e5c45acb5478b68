using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>A request holds operations and fragments only (specification, section 5.1.1).</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks)
    {
        if (context.Document.Definitions.Any(definition => !definition.IsExecutable))
            hooks.DocumentEntered += Check;
    }

    private void Check(Document document)
    {
        foreach (var definition in document.Definitions)
        {
            if (!definition.IsExecutable)
                context.Report($"The {NameOf(definition)} definition is not executable.", definition);
        }
    }

    private static string NameOf(Definition definition) => definition switch
    {
        TypeDefinitionNode type => $"\"{type.Name.Value}\"",
        TypeExtensionNode extension => $"\"{extension.Name.Value}\"",
        DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
        _ => "schema",
    };
}
