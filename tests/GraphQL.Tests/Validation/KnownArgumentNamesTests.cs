namespace Modular.GraphQL.Tests.Validation;

public sealed class KnownArgumentNamesTests
{
    [Theory]
    [InlineData("{ person(id: 1) { name(upper: true) } mode @needs(level: 1, mode: SLOW) }")]
    public void Known_arguments_are_given(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ person(id: 1, idd: 2) { name(uper: true) } }",
        "Unknown argument \"idd\" on field \"Query.person\". Did you mean \"id\"? (1:17)",
        "Unknown argument \"uper\" on field \"Person.name\". Did you mean \"upper\"? (1:32)")]
    [InlineData("{ stone(unknownAltogether: 1) { weight } }", "Unknown argument \"unknownAltogether\" on field \"Query.stone\". (1:9)")]
    [InlineData(
        "{ pet { ... on Dog { barks(loudly: true, aloud: 1) } } }",
        "Unknown argument \"aloud\" on field \"Dog.barks\". Did you mean \"loudly\"? (1:42)")]
    public void Unknown_arguments_of_fields_are_told_with_the_nearest_names(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ mode @needs(level: 1, modee: FAST) }",
        "Unknown argument \"modee\" on directive \"@needs\". Did you mean \"mode\"? (1:25)")]
    [InlineData(
        "{ mode @skip(if: false, iff: true, unless: 1) }",
        "Unknown argument \"iff\" on directive \"@skip\". Did you mean \"if\"? (1:25)",
        "Unknown argument \"unless\" on directive \"@skip\". (1:36)")]
    public void Unknown_arguments_of_directives_are_told_with_the_nearest_names(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ stone { unknownAltogether(a: 1) } }", "Cannot query field \"unknownAltogether\" on type \"Stone\". (1:11)")]
    public void Nothing_is_said_of_arguments_of_unknown_fields(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
