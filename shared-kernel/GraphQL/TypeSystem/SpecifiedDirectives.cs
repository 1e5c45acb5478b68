namespace Modular.GraphQL.TypeSystem;

/// <summary>The directives that every schema has (specification, section 3.13).</summary>
internal static class SpecifiedDirectives
{
    public static readonly IReadOnlyList<DirectiveDefinition> All =
    [
        new("include", DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment)
        {
            Description = "Directs the executor to include this field or fragment only when the `if` argument is true.",
            Arguments = [new("if", "Boolean!") { Description = "Included when true." }],
        },
        new("skip", DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment)
        {
            Description = "Directs the executor to skip this field or fragment when the `if` argument is true.",
            Arguments = [new("if", "Boolean!") { Description = "Skipped when true." }],
        },
        new(
            "deprecated",
            DirectiveLocation.FieldDefinition,
            DirectiveLocation.ArgumentDefinition,
            DirectiveLocation.InputFieldDefinition,
            DirectiveLocation.EnumValue)
        {
            Description = "Marks an element of a GraphQL schema as no longer supported.",
            Arguments =
            [
                new("reason", "String!")
                {
                    Description = "Explains why this element was deprecated, usually also including a suggestion for how to access supported "
                        + "similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
                    Default = $"\"{DefaultDeprecationReason}\"",
                },
            ],
        },
        new("specifiedBy", DirectiveLocation.Scalar)
        {
            Description = "Exposes a URL that specifies the behavior of this scalar.",
            Arguments = [new("url", "String!") { Description = "The URL that specifies the behavior of this scalar." }],
        },
        new("oneOf", DirectiveLocation.InputObject)
        {
            Description = "Indicates exactly one field must be supplied and this field must not be `null`.",
        },
    ];

    /// <summary>The reason of a deprecation that gives none.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    public static bool IsSpecified(string name) => All.Any(directive => directive.Name == name);
}
