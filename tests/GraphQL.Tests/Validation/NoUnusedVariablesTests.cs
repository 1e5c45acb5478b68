namespace Modular.GraphQL.Tests.Validation;

public sealed class NoUnusedVariablesTests
{
    [Theory]
    [InlineData(
        "query A($a: Int!, $b: Boolean!) { number(required: $a) ...F } fragment F on Query { stone { ...G } } fragment G on Stone { weight @skip(if: $b) }")]
    public void Variables_are_used_directly_or_in_fragments(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("query A($a: Int, $b: Int!) { number(required: $b) }", "Variable \"$a\" is never used in operation \"A\". (1:9)")]
    [InlineData("query ($a: Int) { mode }", "Variable \"$a\" is never used. (1:8)")]
    [InlineData(
        "query A($a: Int!) { ...F } query B($a: Int!) { mode } fragment F on Query { number(required: $a) }",
        "Variable \"$a\" is never used in operation \"B\". (1:36)")]
    [InlineData(
        "query A($a: Int) { mode } fragment F on Query { number(required: 1, int: $a) } query B($a: Int) { ...F }",
        "Variable \"$a\" is never used in operation \"A\". (1:9)")]
    public void Unused_variables_are_told_with_their_operation(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
