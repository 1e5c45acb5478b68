namespace Modular.GraphQL.Tests.Validation;

public sealed class LoneAnonymousOperationTests
{
    [Theory]
    [InlineData("{ mode }")]
    [InlineData("{ ...F } fragment F on Query { mode }")]
    [InlineData("query A { mode } query B { mode }")]
    public void One_operation_needs_no_name(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ mode } { mode }",
        "This anonymous operation must be the only defined operation. (1:1)",
        "This anonymous operation must be the only defined operation. (1:10)")]
    [InlineData("{ mode } query B { mode }", "This anonymous operation must be the only defined operation. (1:1)")]
    [InlineData("query A { mode } subscription { ticks }", "This anonymous operation must be the only defined operation. (1:18)")]
    public void An_operation_without_a_name_stands_alone(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
