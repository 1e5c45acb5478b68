using System.Reflection;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.CodeFirst;

/// <summary>Enumerations as enum types; resolvers see and return the C# members.</summary>
internal static class EnumDefinitions
{
    public static EnumTypeDefinition Of(Type type) => new(TypeMap.NameOf(type))
    {
        Description = XmlDescriptions.Of(type),
        Values =
        [
            .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(member => !member.IsDefined(typeof(GraphQLIgnoreAttribute)))
                .Select(member => new EnumValueDefinition(NameOf(member), member.GetValue(null))
                {
                    Description = XmlDescriptions.Of(member),
                    Deprecated = member.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
                }),
        ],
    };

    private static string NameOf(FieldInfo member) =>
        member.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Names.UpperSnakeCase(member.Name);
}
