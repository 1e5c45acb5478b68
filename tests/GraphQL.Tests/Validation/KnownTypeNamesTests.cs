using Modular.GraphQL.Language;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.Validation;

namespace Modular.GraphQL.Tests.Validation;

public sealed class KnownTypeNamesTests
{
    [Theory]
    [InlineData(
        "query Q($a: String) { people(options: {name: $a, mode: FAST}) { ... on Person { id } } choose2: people(ids: [], options: {mode: FAST, nested: null}) { ...F } a: choose(choices: []) b: list(strict: []) c: text(string: $a) d: people { id @many(tag: $a) } e: number(required: 1) ...G @include(if: true) } fragment F on Person { id } fragment G on Query { h: __typename }")]
    public void Known_types_are_accepted(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("query Q($a: [Persn!]) { list(strict: [$a]) }", "Unknown type \"Persn\". Did you mean \"Person\" or \"Pet\"? (1:14)")]
    [InlineData("{ named { ... on Dogg { id } } }", "Unknown type \"Dogg\". Did you mean \"Dog\"? (1:18)")]
    [InlineData("{ mode ...F } fragment F on Peron { id }", "Unknown type \"Peron\". Did you mean \"Person\" or \"Pet\"? (1:29)")]
    [InlineData("query Q($a: JumbledUpLetters) { person(id: $a) { id } }", "Unknown type \"JumbledUpLetters\". (1:13)")]
    public void Unknown_types_are_told_with_the_nearest_names(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Fact]
    public void A_type_of_a_module_that_is_not_enabled_is_told_with_the_module()
    {
        var builder = SdlReader.Read("interface Node { id: ID } type Query { node: Node }");
        builder.AddAbsentType("Meeting", "Meetings");
        var document = Parser.Parse(new Source("{ node { ... on Meeting { date } } }"));

        var error = Assert.Single(Validator.Validate(builder.Build(), document));

        Assert.Equal("The type \"Meeting\" belongs to the module \"Meetings\", which is not enabled. (1:17)", error.ToString());
        Assert.Equal(("MODULE_DISABLED", "Meetings"), (error.Code, error.Extensions["module"]));
    }
}
