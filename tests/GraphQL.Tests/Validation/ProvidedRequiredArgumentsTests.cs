namespace Modular.GraphQL.Tests.Validation;

public sealed class ProvidedRequiredArgumentsTests
{
    [Theory]
    [InlineData("{ number(required: 1) person(id: 1) { id } people { id } mode @needs(level: 1) }")]
    public void Required_arguments_are_given_and_others_may_be_left_out(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ number }", "Field \"number\" argument \"required\" of type \"Int!\" is required, but it was not provided. (1:3)")]
    [InlineData(
        "{ person { id } list(ints: []) }",
        "Field \"list\" argument \"strict\" of type \"[Int!]!\" is required, but it was not provided. (1:17)",
        "Field \"person\" argument \"id\" of type \"ID!\" is required, but it was not provided. (1:3)")]
    [InlineData(
        "{ pet { ... on Dog { barks(at: []) } } }",
        "Field \"barks\" argument \"loudly\" of type \"Boolean!\" is required, but it was not provided. (1:22)")]
    public void Missing_arguments_of_fields_are_told(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ mode @needs }",
        "Directive \"@needs\" argument \"level\" of type \"Int!\" is required, but it was not provided. (1:8)")]
    [InlineData(
        "{ ... @include { mode } mode @skip }",
        "Directive \"@include\" argument \"if\" of type \"Boolean!\" is required, but it was not provided. (1:7)",
        "Directive \"@skip\" argument \"if\" of type \"Boolean!\" is required, but it was not provided. (1:30)")]
    public void Missing_arguments_of_directives_are_told(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
