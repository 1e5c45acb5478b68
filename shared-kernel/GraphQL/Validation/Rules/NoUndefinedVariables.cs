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
            var usages = context.Facts.UsagesOf(operation);
            if (usages.Count == 0)
                continue;

            var defined = new HashSet<string>(operation.VariableDefinitions.Length, StringComparer.Ordinal);
            foreach (var variable in operation.VariableDefinitions)
                defined.Add(variable.Variable.Name.Value);
            foreach (var usage in usages)
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
