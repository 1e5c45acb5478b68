using Modular.Organizations.Codes;
using Xunit;

namespace Modular.Organizations.Tests.Codes;

public sealed class GroupedCodeTests
{
    [Theory]
    [InlineData("38.168.053.000.001", "38.168.053.000.001")]
    [InlineData("38168053000001", "38.168.053.000.001")]
    [InlineData("38168053000000", "38.168.053")]
    [InlineData("38.168.053", "38.168.053")]
    [InlineData("38", "38")]
    public void A_code_is_read_with_dots_and_as_14_digits(string text, string stored)
    {
        Assert.True(GroupedCode.TryParse(text, out var code));
        Assert.Equal(stored, code.Value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("3816805300001")]
    [InlineData("38.168.53")]
    [InlineData("38.168.053.000.001.001")]
    [InlineData("3A.168.053")]
    [InlineData("38..053")]
    public void A_code_of_another_form_is_not_read(string text) => Assert.False(GroupedCode.TryParse(text, out _));

    [Theory]
    [InlineData("38.168.053.000.001", "38.168.053", true)]
    [InlineData("38.168.053.002.001", "38.168.053.002", true)]
    [InlineData("38.168.053.002.001", "38.168.053", false)]
    [InlineData("38.168.054.000.001", "38.168.053", false)]
    [InlineData("38.168.053", "38.168", true)]
    [InlineData("38.168", "38", true)]
    [InlineData("38.168.053", "38.168.053", false)]
    public void A_code_begins_with_the_code_of_the_superior(string code, string superior, bool fits) =>
        Assert.Equal(fits, CodeRules.Fits(code, superior));

    [Theory]
    [InlineData(CodeScheme.Internal, " 36.01-a/7 ", null, "36.01-A/7")]
    [InlineData(CodeScheme.Internal, "mã số", null, null)]
    [InlineData(CodeScheme.Internal, "", null, null)]
    [InlineData(CodeScheme.Regulation208, "38.168.053", 3, "38.168.053")]
    [InlineData(CodeScheme.Regulation208, "38.168.053", 5, null)]
    [InlineData(CodeScheme.Regulation208, "38.168.053", null, null)]
    public void A_code_is_stored_in_the_form_of_its_scheme(object scheme, string text, int? groups, string? stored)
    {
        CodeText.TryStore((CodeScheme)scheme, text, groups, out var found);

        Assert.Equal(stored, found);
    }

    [Fact]
    public void A_code_is_looked_for_in_both_its_forms() =>
        Assert.Equal(["38168053000001", "38.168.053.000.001"], CodeText.StoredForms("38168053000001"));
}
