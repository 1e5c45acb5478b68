namespace Modular.GraphQL.Tests.Validation;

public sealed class ExecutableDefinitionsTests
{
    [Theory]
    [InlineData("{ stone { weight } }")]
    [InlineData("query Q { stone { ...F } } fragment F on Stone { weight }")]
    public void Operations_and_fragments_are_executable(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ stone { weight } } type Cow { name: String }", "The \"Cow\" definition is not executable. (1:22)")]
    [InlineData(
        "{ stone { weight } } schema { query: Query } enum E { A } input I { a: Int }",
        "The \"E\" definition is not executable. (1:46)",
        "The \"I\" definition is not executable. (1:59)",
        "The schema definition is not executable. (1:22)")]
    [InlineData(
        "query Q { stone { weight } } extend type Dog { colour: String } directive @d on FIELD extend schema { mutation: Mutation }",
        "The \"Dog\" definition is not executable. (1:30)",
        "The \"d\" definition is not executable. (1:65)",
        "The schema definition is not executable. (1:87)")]
    public void Definitions_of_types_are_not_executable(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
