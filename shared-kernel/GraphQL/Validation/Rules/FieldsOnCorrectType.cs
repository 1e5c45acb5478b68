using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Fields that are selected exist (specification, section 5.3.1). A field that only a module would bring which is not enabled is
/// told apart from one that nobody knows.</summary>
internal sealed class FieldsOnCorrectType(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks) => hooks.FieldEntered += Check;

    private void Check(FieldNode field)
    {
        if (context.ParentType is not { } type || context.Field is not null)
            return;

        var name = field.Name.Value;
        if (context.Schema.FindAbsentField(type.Name, name) is { } module)
            context.Report(ValidationErrors.NotEnabled($"The field \"{type.Name}.{name}\"", module), field);
        else
            context.Report($"Cannot query field \"{name}\" on type \"{type.Name}\".{Suggestion(type, name)}", field);
    }

    private string Suggestion(CompositeType type, string name)
    {
        if (!context.Options.Suggestions)
            return "";

        var types = Suggestions.DidYouMean(TypesWith(type, name), "to use an inline fragment on");
        return types.Length > 0 || type is not TypeWithFields withFields
            ? types
            : context.Suggest(name, withFields.Fields.Select(field => field.Name));
    }

    /// <summary>The types among the possible ones of an abstract type that have the field: those that cover the most objects
    /// first.</summary>
    private List<string> TypesWith(CompositeType type, string name)
    {
        if (!type.IsAbstract)
            return [];

        var usages = new Dictionary<TypeWithFields, int>();
        foreach (var possible in context.Schema.GetPossibleTypes(type).Where(possible => possible.FindField(name) is not null))
        {
            usages[possible] = 1;
            foreach (var contract in possible.Interfaces.Where(contract => contract.FindField(name) is not null))
                usages[contract] = usages.GetValueOrDefault(contract) + 1;
        }

        var types = usages.Keys.ToList();
        types.Sort((left, right) => Compare(left, right, usages));
        return types.ConvertAll(each => each.Name);
    }

    private int Compare(TypeWithFields left, TypeWithFields right, Dictionary<TypeWithFields, int> usages)
    {
        if (usages[left] != usages[right])
            return usages[right] - usages[left];
        if (left is InterfaceType && context.Schema.IsSubType(left, right))
            return -1;

        return right is InterfaceType && context.Schema.IsSubType(right, left) ? 1 : NaturalOrder.Instance.Compare(left.Name, right.Name);
    }
}
