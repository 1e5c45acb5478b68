using Modular.GraphQL.Language;

namespace Modular.GraphQL.Tests.Language;

public sealed class SourceTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("abc", 2, 1, 3)]
    [InlineData("abc", 3, 1, 4)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\n\n\nb", 4, 4, 1)]
    [InlineData("a\n", 2, 2, 1)]
    public void Offsets_become_lines_and_columns(string text, int offset, int line, int column) =>
        Assert.Equal(new SourceLocation(line, column), new Source(text).LocationAt(offset));

    [Fact]
    public void Columns_count_utf16_code_units_as_editors_do()
    {
        var source = new Source("đảng 😀 x");

        // đ takes 2 bytes, ả 3, the emoji 4 and two code units.
        Assert.Equal(new SourceLocation(1, 9), source.LocationAt(source.Body.Length - 1));
    }

    [Fact]
    public void An_offset_behind_the_end_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Source("abc").LocationAt(4));
}
