namespace Modular.GraphQL.Tests.Validation;

public sealed class UniqueOperationNamesTests
{
    [Theory]
    [InlineData("query A { mode } query B { mode }")]
    [InlineData("query A { mode } mutation B { remove(ids: []) }")]
    [InlineData("query F { ...F } fragment F on Query { mode }")]
    public void Operations_of_different_names_stand_together(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("query A { mode } query A { mode }", "There can be only one operation named \"A\". (1:7, 1:24)")]
    [InlineData("query A { mode } mutation A { remove(ids: []) }", "There can be only one operation named \"A\". (1:7, 1:27)")]
    [InlineData(
        "query A { mode }\nquery B { mode }\nquery A { mode }\nquery A { mode }",
        "There can be only one operation named \"A\". (1:7, 3:7)",
        "There can be only one operation named \"A\". (1:7, 4:7)")]
    public void A_name_is_given_once_whatever_the_type_of_operation(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
