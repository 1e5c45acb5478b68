using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Variables that an operation defines are used by it (specification, section 5.8.4).</summary>
internal sealed class NoUnusedVariables(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks)
    {
        if (context.Facts.Operations.Any(operation => !operation.VariableDefinitions.IsEmpty))
            hooks.DocumentLeft += Check;
    }

    private void Check(Document document)
    {
        foreach (var operation in context.Facts.Operations)
        {
            if (!operation.VariableDefinitions.IsEmpty)
                Check(operation);
        }
    }

    private void Check(OperationDefinition operation)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var usage in context.Facts.UsagesOf(operation))
            used.Add(usage.Node.Name.Value);
        foreach (var variable in operation.VariableDefinitions)
        {
            if (!used.Contains(variable.Variable.Name.Value))
                Report(variable, operation);
        }
    }

    private void Report(VariableDefinition variable, OperationDefinition operation)
    {
        var place = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
        context.Report($"Variable \"${variable.Variable.Name.Value}\" is never used{place}.", variable);
    }
}
