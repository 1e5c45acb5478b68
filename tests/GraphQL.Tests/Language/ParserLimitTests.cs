using Modular.GraphQL.Language;

namespace Modular.GraphQL.Tests.Language;

public sealed class ParserLimitTests
{
    private static readonly ParserOptions AnySize = ParserOptions.Trusted;

    [Theory]
    [InlineData("{ a(b: ", "[")]
    [InlineData("{ a(b: ", "{c:")]
    [InlineData("", "{a")]
    [InlineData("query ($v: ", "[")]
    [InlineData("query ($v: Int = ", "[")]
    [InlineData("{", "...{")]
    [InlineData("type T { f(a: Int = ", "[")]
    public void A_hundred_thousand_nested_brackets_are_an_error_and_no_stack_overflow(string before, string bracket)
    {
        var text = before + string.Concat(Enumerable.Repeat(bracket, 100_000));

        Assert.StartsWith("Syntax Error: Document nests deeper than 200 levels. Parsing aborted. (", Syntax.ErrorOf(new Source(text), AnySize), StringComparison.Ordinal);
    }

    [Fact]
    public void The_deepest_allowed_document_is_parsed_and_printed()
    {
        var text = string.Concat(Enumerable.Repeat("{ a ", 200)) + new string('}', 200);

        Assert.Equal(text.Count(character => character == 'a'), Syntax.Parse(text).ToString().Count(character => character == 'a'));
    }

    [Fact]
    public void The_number_of_tokens_is_limited()
    {
        var options = new ParserOptions { MaxTokens = 4 };

        Assert.Equal(4, Parser.Parse(new Source("{ a b } # comments do not count"), options).TokenCount);
        Assert.Equal("Syntax Error: Document contains more than 4 tokens. Parsing aborted. (1:9)", Syntax.ErrorOf(new Source("{ a b c }"), options));
    }

    [Fact]
    public void The_size_in_bytes_is_limited() =>
        Assert.Equal(
            "Syntax Error: Document is larger than 5 bytes. Parsing aborted. (1:1)",
            Syntax.ErrorOf(new Source("{ đ }"), new ParserOptions { MaxBytes = 5 }));
}
