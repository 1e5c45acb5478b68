using Modular.GraphQL.Language;

namespace Modular.GraphQL.Tests.Language;

/// <summary>Short ways to parse in tests.</summary>
internal static class Syntax
{
    public static Document Parse(string text) => Parser.Parse(new Source(text));

    /// <summary>The error of a broken document, as <c>message (line:column)</c>.</summary>
    public static string ErrorOf(string text) => ErrorOf(new Source(text), ParserOptions.Default);

    public static string ErrorOf(Source source, ParserOptions options)
    {
        Assert.False(Parser.TryParse(source, options, out _, out var error));
        return error.ToString();
    }
}
