using Modular.GraphQL.Language;

namespace Modular.GraphQL.TypeSystem;

/// <summary>Tells what keeps a literal without variables from being a value of a type, without looking at other defaults.</summary>
internal static class LiteralCheck
{
    /// <summary>The first problem, or <see langword="null"/>.</summary>
    public static string? Problem(GraphQLType type, ValueNode literal)
    {
        if (literal is NullValue) return type is NonNullType ? $"\"{type}\" excludes null." : null;
        return type.Nullable switch
        {
            ListType list when literal is ListValue items => items.Values.Select(item => Problem(list.ItemType, item)).FirstOrDefault(problem => problem is not null),
            ListType list => Problem(list.ItemType, literal),
            InputObjectType inputObject => ProblemOfObject(inputObject, literal),
            EnumType enumType => literal is EnumValueNode name && enumType.FindValue(name.Value) is not null ? null : $"\"{enumType.Name}\" has no value {Printer.Print(literal)}.",
            ScalarType scalar => scalar.CoerceLiteral(literal).Error,
            _ => null,
        };
    }

    private static string? ProblemOfObject(InputObjectType type, ValueNode literal)
    {
        if (literal is not ObjectValue given) return $"\"{type.Name}\" is an input object type.";
        if (given.Fields.FirstOrDefault(node => type.FindField(node.Name.Value) is null) is { } unknown) return $"\"{type.Name}\" has no field \"{unknown.Name.Value}\".";
        if (type.IsOneOf && (given.Fields.Length != 1 || given.Fields[0].Value is NullValue)) return $"\"{type.Name}\" takes exactly one field that is not null.";
        foreach (var field in type.Fields)
        {
            var node = given.Fields.FirstOrDefault(node => node.Name.Value == field.Name);
            if (node is null && field.IsRequired) return $"\"{type.Name}.{field.Name}\" is missing.";
            if (node is not null && Problem(field.Type, node.Value) is { } problem) return problem;
        }

        return null;
    }
}
