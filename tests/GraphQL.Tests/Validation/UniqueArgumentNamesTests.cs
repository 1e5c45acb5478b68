namespace Modular.GraphQL.Tests.Validation;

public sealed class UniqueArgumentNamesTests
{
    [Theory]
    [InlineData("{ number(required: 1, int: 2) @many(tag: \"a\") @many(tag: \"b\") }")]
    public void Arguments_of_different_names_stand_together(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ person(id: 1, id: 1) { id } }", "There can be only one argument named \"id\". (1:10, 1:17)")]
    [InlineData(
        "{ number(required: 1, int: 1, required: 1, required: 1, int: 1) }",
        "There can be only one argument named \"int\". (1:23, 1:57)",
        "There can be only one argument named \"required\". (1:10, 1:31, 1:44)")]
    [InlineData("{ mode @many(tag: \"a\", tag: \"a\") }", "There can be only one argument named \"tag\". (1:14, 1:24)")]
    public void An_argument_is_given_once(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
