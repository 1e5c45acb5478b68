namespace Modular.GraphQL.Tests.Validation;

public sealed class NoFragmentCyclesTests
{
    [Theory]
    [InlineData("{ ...A ...B } fragment A on Query { ...B ...B } fragment B on Query { mode }")]
    [InlineData("{ ...A } fragment A on Query { mode }")]
    public void Fragments_may_be_spread_again_and_again(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ ...A } fragment A on Query { mode ...A }", "Cannot spread fragment \"A\" within itself. (1:37)")]
    [InlineData("{ named { ...A } } fragment A on Named { relatives { ...A } }", "Cannot spread fragment \"A\" within itself. (1:54)")]
    [InlineData("{ named { ...A } } fragment A on Named { ... on Dog { ...A } }", "Cannot spread fragment \"A\" within itself. (1:55)")]
    public void A_fragment_within_itself_is_refused(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A mode }",
        "Cannot spread fragment \"A\" within itself via \"B\". (1:32, 1:61)")]
    [InlineData(
        "{ ...C } fragment A on Query { mode ...B } fragment B on Query { ...C } fragment C on Query { ...A ...C }",
        "Cannot spread fragment \"A\" within itself via \"B\", \"C\". (1:37, 1:66, 1:95)",
        "Cannot spread fragment \"C\" within itself. (1:100)")]
    [InlineData(
        "{ ...A }\nfragment A on Query { ...B }\nfragment B on Query { ...C }\nfragment C on Query { ...A ...B mode }",
        "Cannot spread fragment \"A\" within itself via \"B\", \"C\". (2:23, 3:23, 4:23)",
        "Cannot spread fragment \"B\" within itself via \"C\". (3:23, 4:28)")]
    public void A_fragment_within_itself_by_way_of_others_is_refused(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
