using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>A variable fits where it is used (specification, section 5.8.5).</summary>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : IValidationRule
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
            if (operation.VariableDefinitions.IsEmpty)
                continue;

            var definitions = new Dictionary<string, VariableDefinition>(StringComparer.Ordinal);
            foreach (var definition in operation.VariableDefinitions)
                definitions[definition.Variable.Name.Value] = definition;

            foreach (var usage in context.Facts.UsagesOf(operation))
            {
                if (definitions.TryGetValue(usage.Node.Name.Value, out var definition))
                    Check(definition, usage);
            }
        }
    }

    private void Check(VariableDefinition definition, VariableUsage usage)
    {
        if (usage.Type is not { } expected || context.Schema.FindType(definition.Type) is not { } type)
            return;

        var name = definition.Variable.Name.Value;
        if (!IsAllowed(type, definition.DefaultValue, expected, usage.HasLocationDefault))
        {
            context.Report(
                $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);
        }

        // Exactly one field is given and it is not null, which a nullable variable cannot promise.
        if (usage.ParentType?.Nullable is InputObjectType { IsOneOf: true } parent && type is not NonNullType)
        {
            context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{parent}\".",
                definition,
                usage.Node);
        }
    }

    private static bool IsAllowed(GraphQLType type, ValueNode? defaultValue, GraphQLType expected, bool hasLocationDefault)
    {
        if (expected is not NonNullType || type is NonNullType)
            return IsSubtype(type, expected);

        var hasDefault = hasLocationDefault || defaultValue is not (null or NullValue);
        return hasDefault && IsSubtype(type, expected.Nullable);
    }

    private static bool IsSubtype(GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType, NonNullType) => IsSubtype(type.Nullable, expected.Nullable),
        (NonNullType, _) => IsSubtype(type.Nullable, expected),
        (_, NonNullType) => false,
        (ListType list, ListType expectedList) => IsSubtype(list.ItemType, expectedList.ItemType),
        _ => type == expected,
    };
}
