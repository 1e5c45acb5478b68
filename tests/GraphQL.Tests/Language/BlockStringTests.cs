using Modular.GraphQL.Language;

namespace Modular.GraphQL.Tests.Language;

public sealed class BlockStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one line", "one line")]
    [InlineData("\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("    Hello,\n      World!\n    Yours", "    Hello,\n  World!\nYours")]
    [InlineData("\n\n    first\n    \t\n    last  \n  \n", "first\n\t\nlast  ")]
    [InlineData("a\rb\r\nc", "a\nb\nc")]
    [InlineData("\n \n\t\n", "")]
    [InlineData("escaped \\\"\"\" quotes, \\n stays", "escaped \"\"\" quotes, \\n stays")]
    public void Common_indentation_and_blank_ends_are_taken_off(string raw, string value) => Assert.Equal(value, BlockString.Dedent(raw));

    [Theory]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("one line", "\"\"\"one line\"\"\"")]
    [InlineData(" leading space", "\"\"\" leading space\"\"\"")]
    [InlineData("two\nlines", "\"\"\"\ntwo\nlines\n\"\"\"")]
    [InlineData("ends in \"", "\"\"\"\nends in \"\n\"\"\"")]
    [InlineData("ends in \\", "\"\"\"\nends in \\\n\"\"\"")]
    [InlineData("has \"\"\" inside", "\"\"\"has \\\"\"\" inside\"\"\"")]
    [InlineData(" first\n second", "\"\"\"\n first\n second\n\"\"\"")]
    public void Values_are_laid_out_as_graphql_js_does(string value, string literal) => Assert.Equal(literal, BlockString.Print(value));

    [Theory]
    [InlineData("", true)]
    [InlineData("text", true)]
    [InlineData(" indented", true)]
    [InlineData("two\nlines", true)]
    [InlineData("\nleading break", false)]
    [InlineData("trailing break\n", false)]
    [InlineData(" all\n indented", false)]
    [InlineData("carriage\rreturn", false)]
    [InlineData("bell \u0007", false)]
    public void Only_values_that_survive_can_be_printed_as_blocks(string value, bool survives)
    {
        Assert.Equal(survives, BlockString.CanPrint(value));
        if (survives)
            Assert.Equal(value, Assert.IsType<StringValue>(Parser.ParseValue(BlockString.Print(value))).Value);
    }

    [Fact]
    public void A_block_string_without_an_end_is_refused() =>
        Assert.Equal("Syntax Error: Unterminated string. (2:8)", Syntax.ErrorOf("\"\"\"\nno end\""));

    [Fact]
    public void What_follows_a_block_string_keeps_its_line() =>
        Assert.Equal("Syntax Error: Expected \":\", found \"!\". (3:6)", Syntax.ErrorOf("type T { \"\"\"\na\n\"\"\" x! }"));
}
