namespace Modular.GraphQL.Tests.Validation;

public sealed class NoUndefinedVariablesTests
{
    [Theory]
    [InlineData("query A($a: Int!) { number(required: $a) }")]
    [InlineData("query A($a: Int!) { ...F } fragment F on Query { ...G } fragment G on Query { number(required: $a) }")]
    public void Defined_variables_are_used(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("query A($a: Int!) { number(required: $a, int: $b) }", "Variable \"$b\" is not defined by operation \"A\". (1:47, 1:1)")]
    [InlineData("{ number(required: $a) }", "Variable \"$a\" is not defined. (1:20, 1:1)")]
    [InlineData(
        "query A { ...F } query B($a: Int!) { ...F } fragment F on Query { number(required: $a) }",
        "Variable \"$a\" is not defined by operation \"A\". (1:84, 1:1)")]
    [InlineData(
        "query A($list: [Int!]!) { list(strict: $list, ints: [$a, 1], nested: [[$b]]) choose(choice: {byList: [$c]}) }",
        "Variable \"$a\" is not defined by operation \"A\". (1:54, 1:1)",
        "Variable \"$b\" is not defined by operation \"A\". (1:72, 1:1)",
        "Variable \"$c\" is not defined by operation \"A\". (1:103, 1:1)")]
    [InlineData(
        "{ mode @many(tag: $a) ... @include(if: $b) { mode } }",
        "Variable \"$a\" is not defined. (1:19, 1:1)",
        "Variable \"$b\" is not defined. (1:40, 1:1)")]
    public void Undefined_variables_are_told_with_their_operation(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
