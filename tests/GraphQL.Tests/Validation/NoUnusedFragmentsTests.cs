namespace Modular.GraphQL.Tests.Validation;

public sealed class NoUnusedFragmentsTests
{
    [Theory]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { mode }")]
    [InlineData("query A { ...A } query B { ...B } fragment A on Query { mode } fragment B on Query { mode }")]
    public void Fragments_are_used_directly_or_through_others(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ mode } fragment A on Query { mode }", "Fragment \"A\" is never used. (1:10)")]
    [InlineData(
        "{ mode } fragment A on Query { ...B } fragment B on Query { mode }",
        "Fragment \"A\" is never used. (1:10)",
        "Fragment \"B\" is never used. (1:39)")]
    [InlineData(
        "{ mode } fragment A on Query { mode } fragment B on Stone { weight }",
        "Fragment \"A\" is never used. (1:10)",
        "Fragment \"B\" is never used. (1:39)")]
    public void Unused_fragments_are_told(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
