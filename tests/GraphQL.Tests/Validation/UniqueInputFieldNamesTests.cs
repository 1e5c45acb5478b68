namespace Modular.GraphQL.Tests.Validation;

public sealed class UniqueInputFieldNamesTests
{
    [Theory]
    [InlineData("{ people(options: {mode: FAST, nested: {mode: SLOW, limit: 1}, limit: 1}) { id } }")]
    public void Input_fields_of_different_names_stand_together(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ people(options: {mode: FAST, mode: FAST}) { id } }", "There can be only one input field named \"mode\". (1:20, 1:32)")]
    [InlineData(
        "{ people(options: {mode: FAST, nested: {mode: SLOW, mode: SLOW, mode: SLOW}}) { id } }",
        "There can be only one input field named \"mode\". (1:41, 1:53)",
        "There can be only one input field named \"mode\". (1:41, 1:65)")]
    [InlineData("{ text(anything: {a: 1, a: 2}) }", "There can be only one input field named \"a\". (1:19, 1:25)")]
    public void An_input_field_is_given_once(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
