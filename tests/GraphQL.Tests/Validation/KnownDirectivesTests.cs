namespace Modular.GraphQL.Tests.Validation;

public sealed class KnownDirectivesTests
{
    [Theory]
    [InlineData(
        "query Q($a: Int @plain) @plain @onlyOnQuery @many { number(required: 1, int: $a) @plain @many ...F @plain @include(if: true) ... @plain @skip(if: false) { mode } } fragment F on Query @plain { mode }")]
    [InlineData("mutation M @plain { remove(ids: []) }")]
    [InlineData("subscription S @plain { ticks }")]
    public void Directives_stand_where_they_may(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ mode @unknown }", "Unknown directive \"@unknown\". (1:8)")]
    [InlineData(
        "query Q @unknown(a: 1) { ... @nowhere { mode } }",
        "Unknown directive \"@nowhere\". (1:30)",
        "Unknown directive \"@unknown\". (1:9)")]
    public void Unknown_directives_are_told(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "query Q($a: Int @include(if: true)) @include(if: true) { number(required: 1, int: $a) @onlyOnQuery }",
        "Directive \"@include\" may not be used on QUERY. (1:37)",
        "Directive \"@include\" may not be used on VARIABLE_DEFINITION. (1:17)",
        "Directive \"@onlyOnQuery\" may not be used on FIELD. (1:87)")]
    [InlineData(
        "mutation M @onlyOnQuery { remove(ids: []) @deprecated }",
        "Directive \"@deprecated\" may not be used on FIELD. (1:43)",
        "Directive \"@onlyOnQuery\" may not be used on MUTATION. (1:12)")]
    [InlineData(
        "subscription S @many { ticks @specifiedBy(url: \"\") }",
        "Directive \"@many\" may not be used on SUBSCRIPTION. (1:16)",
        "Directive \"@specifiedBy\" may not be used on FIELD. (1:30)")]
    [InlineData(
        "{ ...F @needs(level: 1) ... @many { mode } } fragment F on Query @oneOf { mode }",
        "Directive \"@many\" may not be used on INLINE_FRAGMENT. (1:29)",
        "Directive \"@needs\" may not be used on FRAGMENT_SPREAD. (1:8)",
        "Directive \"@oneOf\" may not be used on FRAGMENT_DEFINITION. (1:66)")]
    public void Directives_out_of_place_are_told(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
