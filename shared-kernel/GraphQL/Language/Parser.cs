using System.Diagnostics.CodeAnalysis;

namespace Modular.GraphQL.Language;

/// <summary>Parses documents of the September 2025 edition of the language, operations and schemas alike.</summary>
public static class Parser
{
    /// <summary>Parses a document.</summary>
    /// <param name="source">The document.</param>
    /// <param name="options">The limits; those for requests if absent.</param>
    /// <returns>The syntax tree, which refers to the source for as long as it lives.</returns>
    /// <exception cref="GraphQLSyntaxException">The document breaks the grammar or a limit.</exception>
    public static Document Parse(Source source, ParserOptions? options = null)
    {
        var parser = new SyntaxReader(source, options ?? ParserOptions.Default);
        return parser.ReadDocument();
    }

    /// <summary>Parses a document that comes from outside, where a broken one is no exception but a matter of course.</summary>
    /// <param name="source">The document.</param>
    /// <param name="options">The limits.</param>
    /// <param name="document">The syntax tree.</param>
    /// <param name="error">What is wrong with the document.</param>
    /// <returns>Whether there is a syntax tree.</returns>
    public static bool TryParse(
        Source source, ParserOptions options, [NotNullWhen(true)] out Document? document, [NotNullWhen(false)] out GraphQLError? error)
    {
        try
        {
            document = Parse(source, options);
            error = null;
            return true;
        }
        catch (GraphQLSyntaxException exception)
        {
            document = null;
            error = exception.Error;
            return false;
        }
    }

    /// <summary>Parses a value without variables, such as a default value.</summary>
    /// <param name="value">The value, for instance <c>{ first: 10 }</c>.</param>
    /// <returns>The value's node.</returns>
    /// <exception cref="GraphQLSyntaxException">It is not one value.</exception>
    public static ValueNode ParseValue(string value)
    {
        var parser = new SyntaxReader(new Source(value), ParserOptions.Trusted);
        return parser.ReadLoneValue();
    }

    /// <summary>Parses a reference to a type.</summary>
    /// <param name="type">The type, for instance <c>[Member!]!</c>.</param>
    /// <returns>The type's node.</returns>
    /// <exception cref="GraphQLSyntaxException">It is not one type.</exception>
    public static TypeNode ParseType(string type)
    {
        var parser = new SyntaxReader(new Source(type), ParserOptions.Trusted);
        return parser.ReadLoneType();
    }
}
