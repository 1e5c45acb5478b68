namespace Modular.GraphQL.Tests.Validation;

public sealed class UniqueVariableNamesTests
{
    [Theory]
    [InlineData("query A($a: Int!) { number(required: $a) } query B($a: ID!) { person(id: $a) { id } }")]
    public void Operations_have_variables_of_the_same_name_each(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("query A($a: Int!, $a: Int!) { number(required: $a) }", "There can be only one variable named \"$a\". (1:10, 1:20)")]
    [InlineData(
        "query A($a: Int!, $b: Int, $a: Int!, $a: Int!, $b: Int) { number(required: $a, int: $b) }",
        "There can be only one variable named \"$a\". (1:10, 1:29, 1:39)",
        "There can be only one variable named \"$b\". (1:20, 1:49)")]
    public void A_name_is_given_once(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
