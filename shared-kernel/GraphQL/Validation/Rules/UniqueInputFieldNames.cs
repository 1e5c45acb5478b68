using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Fields of an input object have different names (specification, section 5.6.3).</summary>
internal sealed class UniqueInputFieldNames(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks) => hooks.ValueEntered += Check;

    private void Check(ValueNode value)
    {
        if (value is not ObjectValue { Fields.Length: > 1 } inputObject)
            return;

        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var field in inputObject.Fields)
        {
            if (!known.TryAdd(field.Name.Value, field.Name))
                context.Report($"There can be only one input field named \"{field.Name.Value}\".", known[field.Name.Value], field.Name);
        }
    }
}
