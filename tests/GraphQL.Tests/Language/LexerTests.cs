using Modular.GraphQL.Language;

namespace Modular.GraphQL.Tests.Language;

public sealed class LexerTests
{
    private static readonly string[] Characters = ["\uFEFF", " ", "\t", ",", "\n", "\r\n", "# note\n"];

    [Fact]
    public void Every_kind_of_token_is_read_with_its_place()
    {
        (TokenKind, string)[] expected =
        [
            (TokenKind.Bang, "!"), (TokenKind.Dollar, "$"), (TokenKind.Ampersand, "&"), (TokenKind.OpenParenthesis, "("),
            (TokenKind.CloseParenthesis, ")"), (TokenKind.Spread, "..."), (TokenKind.Colon, ":"), (TokenKind.EqualsSign, "="),
            (TokenKind.At, "@"), (TokenKind.OpenBracket, "["), (TokenKind.CloseBracket, "]"), (TokenKind.OpenBrace, "{"),
            (TokenKind.Pipe, "|"), (TokenKind.CloseBrace, "}"), (TokenKind.Name, "_a1"), (TokenKind.Int, "-42"), (TokenKind.Float, "1.5e+3"),
            (TokenKind.String, "\"x\""), (TokenKind.BlockString, "\"\"\"y\"\"\""),
        ];

        Assert.Equal(expected, Tokens(string.Join(' ', expected.Select(token => token.Item2))));
    }

    [Fact]
    public void Punctuators_need_no_space_between_them() =>
        Assert.Equal(
            [(TokenKind.Bang, "!"), (TokenKind.Spread, "..."), (TokenKind.Name, "a"), (TokenKind.Colon, ":"), (TokenKind.Int, "0")],
            Tokens("!...a:0"));

    [Fact]
    public void Byte_order_marks_white_space_commas_and_comments_are_ignored() =>
        Assert.Equal([(TokenKind.Name, "a"), (TokenKind.Name, "b")], Tokens(string.Concat(Characters) + "a" + string.Concat(Characters) + "b#"));

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("9007199254740993")]
    public void Integers_are_of_any_length(string text) => Assert.Equal([(TokenKind.Int, text)], Tokens(text));

    [Theory]
    [InlineData("0.0")]
    [InlineData("-4.123")]
    [InlineData("0E1")]
    [InlineData("1e-9")]
    [InlineData("-1.5E+10")]
    public void Floats_have_a_fraction_or_an_exponent(string text) => Assert.Equal([(TokenKind.Float, text)], Tokens(text));

    [Theory]
    [InlineData("00", "Syntax Error: Invalid number, unexpected digit after 0: \"0\". (1:2)")]
    [InlineData("-01", "Syntax Error: Invalid number, unexpected digit after 0: \"1\". (1:3)")]
    [InlineData("+1", "Syntax Error: Unexpected character: \"+\". (1:1)")]
    [InlineData("1.", "Syntax Error: Invalid number, expected digit but got: <EOF>. (1:3)")]
    [InlineData("1e", "Syntax Error: Invalid number, expected digit but got: <EOF>. (1:3)")]
    [InlineData("1.A", "Syntax Error: Invalid number, expected digit but got: \"A\". (1:3)")]
    [InlineData("-A", "Syntax Error: Invalid number, expected digit but got: \"A\". (1:2)")]
    [InlineData("1.0.1", "Syntax Error: Invalid number, expected digit but got: \".\". (1:4)")]
    [InlineData("1.5_", "Syntax Error: Invalid number, expected digit but got: \"_\". (1:4)")]
    [InlineData("0xF1", "Syntax Error: Invalid number, expected digit but got: \"x\". (1:2)")]
    [InlineData("1\"", "Syntax Error: Unterminated string. (1:3)")]
    [InlineData(".5", "Syntax Error: Invalid number, expected digit before \".\", did you mean \"0.5\"? (1:1)")]
    public void Malformed_numbers_are_refused(string text, string error) => Assert.Equal(error, ErrorOf(text));

    [Theory]
    [InlineData(".", "Syntax Error: Unexpected character: \".\". (1:1)")]
    [InlineData("..", "Syntax Error: Unexpected \"..\", did you mean \"...\"? (1:1)")]
    [InlineData("\n  ?", "Syntax Error: Unexpected character: \"?\". (2:3)")]
    [InlineData("'a'", "Syntax Error: Unexpected single quote character ('), did you mean to use a double quote (\")? (1:1)")]
    [InlineData("\u0007", "Syntax Error: Unexpected character: U+0007. (1:1)")]
    [InlineData("\u200B", "Syntax Error: Unexpected character: U+200B. (1:1)")]
    [InlineData("đ", "Syntax Error: Unexpected character: U+0111. (1:1)")]
    [InlineData("😀", "Syntax Error: Unexpected character: U+1F600. (1:1)")]
    public void Characters_out_of_place_are_named(string text, string error) => Assert.Equal(error, ErrorOf(text));

    [Theory]
    [InlineData(new byte[] { 0xFF }, "Syntax Error: Invalid character: byte 0xFF, which is not UTF-8. (1:1)")]
    [InlineData(new byte[] { 0xED, 0xA0, 0xBD }, "Syntax Error: Invalid character: U+D83D. (1:1)")]
    [InlineData(new byte[] { (byte)'"', 0xC3, (byte)'"' }, "Syntax Error: Invalid character within String: byte 0xC3, which is not UTF-8. (1:2)")]
    [InlineData(new byte[] { (byte)'#', 0xC3, (byte)'\n' }, "Syntax Error: Invalid character: byte 0xC3, which is not UTF-8. (1:2)")]
    public void Bytes_that_are_not_utf8_are_named(byte[] bytes, string error) =>
        Assert.Equal(error, Syntax.ErrorOf(new Source(bytes), ParserOptions.Default));

    private static List<(TokenKind Kind, string Text)> Tokens(string text)
    {
        var source = new Source(text);
        var lexer = new Lexer(source);
        var tokens = new List<(TokenKind, string)>();
        for (var token = lexer.Read(0); token.Kind != TokenKind.EndOfFile; token = lexer.Read(token.End))
            tokens.Add((token.Kind, System.Text.Encoding.UTF8.GetString(source.Body.Span[token.Start..token.End])));

        return tokens;
    }

    private static string ErrorOf(string text) =>
        Assert.Throws<GraphQLSyntaxException>(() => Tokens(text)).Error.ToString();
}
