namespace Modular.GraphQL.Tests.Validation;

public sealed class KnownFragmentNamesTests
{
    [Theory]
    [InlineData("{ ...A ... on Query { ...A } } fragment A on Query { mode }")]
    public void Known_fragments_are_spread(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ ...Nowhere }", "Unknown fragment \"Nowhere\". (1:6)")]
    [InlineData("{ stone { ...A ... { ...B } } }", "Unknown fragment \"A\". (1:14)", "Unknown fragment \"B\". (1:25)")]
    [InlineData("{ ...A } fragment A on Query { ...B }", "Unknown fragment \"B\". (1:35)")]
    public void Unknown_fragments_are_told(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
