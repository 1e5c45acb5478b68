using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Operations of a document have different names (specification, section 5.2.2.1).</summary>
internal sealed class UniqueOperationNames(ValidationContext context) : IValidationRule
{
    private readonly Dictionary<string, NameNode> known = new(StringComparer.Ordinal);

    public void Attach(RuleHooks hooks)
    {
        if (context.Facts.Operations.Count > 1)
            hooks.OperationEntered += Check;
    }

    private void Check(OperationDefinition operation)
    {
        if (operation.Name is { } name && !known.TryAdd(name.Value, name))
            context.Report($"There can be only one operation named \"{name.Value}\".", known[name.Value], name);
    }
}
