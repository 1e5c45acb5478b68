using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Variables of an operation have different names (specification, section 5.8.1).</summary>
internal sealed class UniqueVariableNames(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks) => hooks.OperationEntered += Check;

    private void Check(OperationDefinition operation)
    {
        if (operation.VariableDefinitions.Length < 2)
            return;

        var names = operation.VariableDefinitions.Select(variable => variable.Variable.Name);
        UniqueNames.Report(context, names, name => $"There can be only one variable named \"${name}\".");
    }
}
