namespace Modular.GraphQL.TypeSystem;

/// <summary>The scalars of the specification (section 3.5). A schema lists those that it uses.</summary>
internal static class SpecifiedScalars
{
    public static readonly IReadOnlyList<ScalarTypeDefinition> All =
    [
        new("String", new StringCoercion())
        {
            Description = "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often "
                + "used by GraphQL to represent free-form human-readable text.",
        },
        new("Int", new IntCoercion())
        {
            Description = "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.",
        },
        new("Float", new FloatCoercion())
        {
            Description = "The `Float` scalar type represents signed double-precision fractional values as specified by "
                + "[IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).",
        },
        new("Boolean", new BooleanCoercion())
        {
            Description = "The `Boolean` scalar type represents `true` or `false`.",
        },
        new("ID", new IdCoercion())
        {
            Description = "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type "
                + "appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string "
                + "(such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.",
        },
    ];

    public static bool IsSpecified(string name) => All.Any(scalar => scalar.Name == name);
}
