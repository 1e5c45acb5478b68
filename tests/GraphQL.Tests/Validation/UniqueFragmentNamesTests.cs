namespace Modular.GraphQL.Tests.Validation;

public sealed class UniqueFragmentNamesTests
{
    [Theory]
    [InlineData("{ ...A ...B } fragment A on Query { mode } fragment B on Query { mode }")]
    public void Fragments_of_different_names_stand_together(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ ...A } fragment A on Query { mode } fragment A on Query { mode }",
        "There can be only one fragment named \"A\". (1:19, 1:48)")]
    [InlineData(
        "{ ...A }\nfragment A on Query { mode }\nfragment A on Query { mode }\nfragment A on Query { mode }",
        "There can be only one fragment named \"A\". (2:10, 3:10)",
        "There can be only one fragment named \"A\". (2:10, 4:10)")]
    public void A_name_is_given_once(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
