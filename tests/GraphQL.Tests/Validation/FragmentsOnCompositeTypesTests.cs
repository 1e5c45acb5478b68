namespace Modular.GraphQL.Tests.Validation;

public sealed class FragmentsOnCompositeTypesTests
{
    [Theory]
    [InlineData("{ thing { ... on Dog { id } ... on Node { id } ... on Pet { __typename } ... { __typename } } }")]
    [InlineData("{ thing { ...F } } fragment F on Pet { __typename }")]
    public void Fragments_apply_to_objects_interfaces_and_unions(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ mode ... on Mode { x } }", "Fragment cannot condition on non composite type \"Mode\". (1:15)")]
    [InlineData("{ ...F } fragment F on Float { bad }", "Fragment \"F\" cannot condition on non composite type \"Float\". (1:24)")]
    [InlineData("{ ...F } fragment F on Options { limit }", "Fragment \"F\" cannot condition on non composite type \"Options\". (1:24)")]
    [InlineData("{ stone { ... on String { length } } }", "Fragment cannot condition on non composite type \"String\". (1:18)")]
    public void Fragments_on_leaves_and_inputs_are_refused(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
