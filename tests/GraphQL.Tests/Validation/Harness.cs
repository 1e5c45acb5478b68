using Modular.GraphQL.Language;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;
using Modular.GraphQL.Validation;

namespace Modular.GraphQL.Tests.Validation;

/// <summary>Validates documents in tests and tells the errors as <c>message (line:column, …)</c>, in the order of their places.</summary>
internal static class Harness
{
    private static readonly ValidationOptions Unlimited = ValidationOptions.Default with { Limits = DocumentLimits.None, MaxErrors = 10_000 };

    /// <summary>A schema with every kind of type.</summary>
    public static string Sdl { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Differential", "schema.graphql"));

    public static Schema Schema { get; } = SdlReader.Read(Sdl).Build();

    public static string[] ErrorsOf(string document, bool suggestions = true) => ErrorsOf(Schema, document, suggestions);

    public static string[] ErrorsOf(Schema schema, string document, bool suggestions = true) =>
        ErrorsOf(schema, document, Unlimited with { Suggestions = suggestions });

    public static string[] ErrorsOf(Schema schema, string document, ValidationOptions options)
    {
        var errors = Validator.Validate(schema, Parser.Parse(new Source(document), ParserOptions.Trusted), options);
        return Sorted(errors.Select(error => error.ToString()));
    }

    public static string[] Sorted(IEnumerable<string> errors) => [.. errors.Order(StringComparer.Ordinal)];
}
