using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>An operation without a name stands alone (specification, section 5.2.3.1).</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks)
    {
        if (context.Facts.Operations.Count > 1)
            hooks.OperationEntered += Check;
    }

    private void Check(OperationDefinition operation)
    {
        if (operation.Name is null)
            context.Report("This anonymous operation must be the only defined operation.", operation);
    }
}
