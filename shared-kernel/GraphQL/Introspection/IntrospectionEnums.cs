using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Introspection;

internal static partial class IntrospectionTypes
{
    private static readonly string[] LocationDescriptions =
    [
        "a query operation", "a mutation operation", "a subscription operation", "a field", "a fragment definition", "a fragment spread",
        "an inline fragment", "an operation variable definition", "a schema definition", "a scalar definition", "an object type definition",
        "a field definition", "an argument definition", "an interface definition", "a union definition", "an enum definition",
        "an enum value definition", "an input object type definition", "an input object field definition",
    ];

    private static EnumTypeDefinition TypeKindEnum() => new("__TypeKind")
    {
        Description = "An enum describing what kind of type a given `__Type` is.",
        Values =
        [
            Kind("SCALAR", "a scalar"),
            Kind("OBJECT", "an object. `fields` and `interfaces` are valid fields"),
            Kind("INTERFACE", "an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields"),
            Kind("UNION", "a union. `possibleTypes` is a valid field"),
            Kind("ENUM", "an enum. `enumValues` is a valid field"),
            Kind("INPUT_OBJECT", "an input object. `inputFields` is a valid field"),
            Kind("LIST", "a list. `ofType` is a valid field"),
            Kind("NON_NULL", "a non-null. `ofType` is a valid field"),
        ],
    };

    private static EnumTypeDefinition DirectiveLocationEnum() => new("__DirectiveLocation")
    {
        Description = "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.",
        Values =
        [
            .. Enum.GetValues<DirectiveLocation>().Select(location => new EnumValueDefinition(location.ToSdl(), location)
            {
                Description = $"Location adjacent to {LocationDescriptions[(int)location]}.",
            }),
        ],
    };

    private static EnumValueDefinition Kind(string name, string what) => new(name) { Description = $"Indicates this type is {what}." };
}
