namespace Modular.GraphQL.Tests.Validation;

public sealed class PossibleFragmentSpreadsTests
{
    [Theory]
    [InlineData("{ pet { ... on Dog { id } ... on Named { id } ... on Thing { __typename } ... on Ageing { age } } }")]
    [InlineData("{ thing { ...F } } fragment F on Person { id }")]
    [InlineData("{ named { ... on Node { id } ... on Cat { id } } }")]
    [InlineData("{ person(id: 1) { ... on Node { id } ... on Thing { __typename } } }")]
    public void Fragments_apply_where_some_object_can_be_of_both_types(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ pet { ... on Person { id } } }",
        "Fragment cannot be spread here as objects of type \"Pet\" can never be of type \"Person\". (1:9)")]
    [InlineData(
        "{ stone { ... on Node { id } } }",
        "Fragment cannot be spread here as objects of type \"Stone\" can never be of type \"Node\". (1:11)")]
    [InlineData(
        "{ stone { ...F } } fragment F on Pet { __typename }",
        "Fragment \"F\" cannot be spread here as objects of type \"Stone\" can never be of type \"Pet\". (1:11)")]
    [InlineData(
        "{ person(id: 1) { ... on Dog { id } ...F } } fragment F on Stone { weight }",
        "Fragment \"F\" cannot be spread here as objects of type \"Person\" can never be of type \"Stone\". (1:37)",
        "Fragment cannot be spread here as objects of type \"Person\" can never be of type \"Dog\". (1:19)")]
    [InlineData(
        "{ stone { ... on Named { id ... on Stone { weight } } } }",
        "Fragment cannot be spread here as objects of type \"Named\" can never be of type \"Stone\". (1:29)",
        "Fragment cannot be spread here as objects of type \"Stone\" can never be of type \"Named\". (1:11)")]
    public void Fragments_that_never_apply_are_refused(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
