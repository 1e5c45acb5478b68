using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Variables have types that can be given (specification, section 5.8.2).</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks) => hooks.VariableDefinitionEntered += Check;

    private void Check(VariableDefinition variable)
    {
        if (context.Schema.FindType(variable.Type) is { IsInput: false })
            context.Report($"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{variable.Type}\".", variable.Type);
    }
}
