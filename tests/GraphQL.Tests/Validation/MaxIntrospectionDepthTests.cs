namespace Modular.GraphQL.Tests.Validation;

public sealed class MaxIntrospectionDepthTests
{
    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { name } } } } } }")]
    [InlineData("{ __schema { types { ...T } } } fragment T on __Type { fields { type { ofType { ofType { name } } } } }")]
    public void The_usual_introspection_is_allowed(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "Maximum introspection depth exceeded (1:3)")]
    [InlineData(
        "{ __type(name: \"Dog\") { interfaces { possibleTypes { interfaces { name } } } } }",
        "Maximum introspection depth exceeded (1:3)")]
    [InlineData(
        "{ __schema { types { ...T } } } fragment T on __Type { fields { type { inputFields { type { possibleTypes { name } } } } } }",
        "Maximum introspection depth exceeded (1:3)")]
    public void Lists_of_types_through_each_other_are_refused(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
