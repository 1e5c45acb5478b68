using Modular.GraphQL.Language;

namespace Modular.GraphQL.Tests.Language;

public sealed class StringTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"simple\"", "simple")]
    [InlineData("\" white space \"", " white space ")]
    [InlineData("\"Chi bộ thôn Đông\"", "Chi bộ thôn Đông")]
    [InlineData("\"\U0001F600\"", "\U0001F600")]
    [InlineData("\"quote \\\" slash \\\\ \\/ \\b\\f\\n\\r\\t\"", "quote \" slash \\ / \b\f\n\r\t")]
    [InlineData("\"\\u0111\\u1EA3ng\"", "đảng")]
    [InlineData("\"\\u{111}\\u{1EA3}ng \\u{1F600}\"", "đảng \U0001F600")]
    [InlineData("\"\\u{00000000}\"", "\0")]
    [InlineData("\"\\u{10FFFF}\"", "\U0010FFFF")]
    [InlineData("\"\\uD83D\\uDE00\"", "\U0001F600")]
    public void Escapes_are_resolved(string literal, string value) =>
        Assert.Equal(value, Assert.IsType<StringValue>(Parser.ParseValue(literal)).Value);

    [Theory]
    [InlineData("\"", "Syntax Error: Unterminated string. (1:2)")]
    [InlineData("\"no end", "Syntax Error: Unterminated string. (1:8)")]
    [InlineData("\"two\nlines\"", "Syntax Error: Unterminated string. (1:5)")]
    [InlineData("\"two\rlines\"", "Syntax Error: Unterminated string. (1:5)")]
    [InlineData("\"bad \\z esc\"", "Syntax Error: Invalid character escape sequence: \"\\z\". (1:6)")]
    [InlineData("\"bad \\u1 esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u1 es\". (1:6)")]
    [InlineData("\"bad \\u0XX1 esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u0XX1\". (1:6)")]
    [InlineData("\"bad \\uDEAD esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\uDEAD\". (1:6)")]
    [InlineData("\"bad \\uD83D\\u0041\"", "Syntax Error: Invalid Unicode escape sequence: \"\\uD83D\". (1:6)")]
    [InlineData("\"bad \\u{} esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{}\". (1:6)")]
    [InlineData("\"bad \\u{FXXX} esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{FX\". (1:6)")]
    [InlineData("\"bad \\u{D800} esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{D800}\". (1:6)")]
    [InlineData("\"bad \\u{110000} esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{110000}\". (1:6)")]
    [InlineData("\"bad \\u{FFFF", "Syntax Error: Invalid Unicode escape sequence: \"\\u{FFFF\". (1:6)")]
    public void Malformed_strings_are_refused(string literal, string error) =>
        Assert.Equal(error, Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseValue(literal)).Error.ToString());

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("quote \" slash \\ \b\f\n\r\t", "\"quote \\\" slash \\\\ \\b\\f\\n\\r\\t\"")]
    [InlineData("\0\u001F\u007F\u009F", "\"\\u0000\\u001F\\u007F\\u009F\"")]
    [InlineData("đảng \U0001F600", "\"đảng \U0001F600\"")]
    public void Strings_are_printed_with_the_escapes_that_they_need(string value, string literal) =>
        Assert.Equal(literal, Printer.Print(new StringValue(value)));
}
