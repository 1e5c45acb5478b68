using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>The schema has a root type for each operation (specification, section 5.2.1.1).</summary>
internal sealed class KnownOperationTypes(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks) => hooks.OperationEntered += Check;

    private void Check(OperationDefinition operation)
    {
        if (context.Schema.RootType(operation.Operation) is null)
            context.Report($"The {operation.Operation.ToKeyword()} operation is not supported by the schema.", operation);
    }
}
