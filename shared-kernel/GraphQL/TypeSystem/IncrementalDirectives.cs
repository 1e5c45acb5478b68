namespace Modular.GraphQL.TypeSystem;

/// <summary>
/// The directives of incremental delivery, which is a draft (RFC "Defer and stream directives"): a schema has them when its builder was told so
/// (<see cref="SchemaBuilder.AddIncrementalDelivery"/>).
/// </summary>
internal static class IncrementalDirectives
{
    public const string Defer = "defer";

    public const string Stream = "stream";

    public const string If = "if";

    public const string Label = "label";

    public const string InitialCount = "initialCount";

    public static readonly IReadOnlyList<DirectiveDefinition> All =
    [
        new(Defer, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment)
        {
            Description = "Directs the executor to defer this fragment when the `if` argument is true or undefined.",
            Arguments =
            [
                new(If, "Boolean!") { Description = "Deferred when true or undefined.", Default = "true" },
                new(Label, "String") { Description = "Unique name" },
            ],
        },
        new(Stream, DirectiveLocation.Field)
        {
            Description = "Directs the executor to stream plural fields when the `if` argument is true or undefined.",
            Arguments =
            [
                new(InitialCount, "Int!") { Description = "Number of items to return immediately", Default = "0" },
                new(If, "Boolean!") { Description = "Stream when true or undefined.", Default = "true" },
                new(Label, "String") { Description = "Unique name" },
            ],
        },
    ];

    public static bool AreKnownTo(Schema schema) => schema.FindDirective(Defer) is not null || schema.FindDirective(Stream) is not null;

    public static bool Contains(string directiveName) => directiveName is Defer or Stream;
}
