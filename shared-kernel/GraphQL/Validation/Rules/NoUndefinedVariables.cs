using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Variables that an operation uses are defined by it (specification, section 5.8.3).</summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks) => hooks.DocumentLeft += Check;

    private void Check(Document document)
    {
        foreach (var operation in context.Facts.Operations)
        {
            var defined = operation.VariableDefinitions.Select(variable => variable.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var usage in context.Facts.UsagesOf(operation))
            {
                if (!defined.Contains(usage.Node.Name.Value))
                    Report(usage.Node, operation);
            }
        }
    }

    private void Report(Variable variable, OperationDefinition operation)
    {
        var place = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
        context.Report($"Variable \"${variable.Name.Value}\" is not defined{place}.", variable, operation);
    }
}
