using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Literals are values of the type that their place expects (specification, sections 5.6.1, 5.6.2 and 5.6.4).</summary>
internal sealed class ValuesOfCorrectType(ValidationContext context) : IValidationRule
{
    // A list or object that has been reported as a whole; nothing is said of its parts.
    private ValueNode? reported;

    public void Attach(RuleHooks hooks)
    {
        hooks.ValueEntered += Check;
        hooks.ValueLeft += Leave;
        hooks.ObjectFieldEntered += CheckField;
    }

    private void Check(ValueNode value)
    {
        if (reported is not null)
            return;

        switch (value)
        {
            case ListValue when context.ParentInputType?.Nullable is ListType:
                break;
            case ObjectValue inputObject when context.InputType?.Named is InputObjectType type:
                CheckObject(inputObject, type);
                break;
            case ListValue or ObjectValue:
                reported = value;
                CheckLeaf(value);
                break;
            case NullValue when context.InputType is NonNullType:
                ReportUnexpected(value);
                break;
            case not NullValue:
                CheckLeaf(value);
                break;
        }
    }

    private void Leave(ValueNode value)
    {
        if (reported == value)
            reported = null;
    }

    private void CheckObject(ObjectValue value, InputObjectType type)
    {
        var given = value.Fields.Select(field => field.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !given.Contains(field.Name))
                context.Report($"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.", value);
        }

        if (!type.IsOneOf)
            return;

        if (given.Count != 1)
            context.Report($"OneOf Input Object \"{type.Name}\" must specify exactly one key.", value);
        else if (value.Fields[^1].Value is NullValue)
            context.Report($"Field \"{type.Name}.{given.Single()}\" must be non-null.", value);
    }

    private void CheckField(ObjectFieldNode field)
    {
        if (reported is not null || context.InputType is not null || context.ParentInputType?.Named is not InputObjectType type)
            return;

        var name = field.Name.Value;
        var suggestion = context.Suggest(name, type.Fields.Select(each => each.Name));
        context.Report($"Field \"{name}\" is not defined by type \"{type.Name}\".{suggestion}", field);
    }

    private void CheckLeaf(ValueNode value)
    {
        switch (context.InputType?.Named)
        {
            case null:
                break;
            case EnumType enumType:
                CheckEnum(value, enumType);
                break;
            case ScalarType scalar:
                if (scalar.CoerceLiteral(value) is { Failed: true, Error: var error })
                    context.Report(error!, value);
                break;
            default:
                ReportUnexpected(value);
                break;
        }
    }

    private void CheckEnum(ValueNode value, EnumType type)
    {
        if (value is EnumValueNode { Value: var name } && type.FindValue(name) is not null)
            return;

        var text = Printer.Print(value);
        var message = value is EnumValueNode
            ? $"Value \"{text}\" does not exist in \"{type.Name}\" enum."
            : $"Enum \"{type.Name}\" cannot represent non-enum value: {text}.";
        context.Report(message + context.Suggest(text, type.Values.Select(each => each.Name), "the enum value"), value);
    }

    private void ReportUnexpected(ValueNode value) =>
        context.Report($"Expected value of type \"{context.InputType}\", found {Printer.Print(value)}.", value);
}
