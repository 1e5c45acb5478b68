using Modular.GraphQL.Validation;

namespace Modular.GraphQL.Tests.Validation;

public sealed class OverlappingFieldsCanBeMergedTests
{
    [Theory]
    [InlineData("{ mode mode a: mode a: mode }")]
    [InlineData("{ person(id: 1) { id } person(id: 1) { email id } }")]
    [InlineData("{ number(required: 1, int: 2) number(int: 2, required: 1) }")]
    [InlineData("{ people(options: {mode: FAST, limit: 1}) { id } people(options: {limit: 1, mode: FAST}) { id } }")]
    [InlineData("{ mode @skip(if: true) mode @include(if: true) }")]
    [InlineData("{ ...F ...F mode } fragment F on Query { mode ... { mode } }")]
    public void Same_fields_are_merged(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ pet { ... on Dog { x: name(upper: true) } ... on Cat { x: name } } }")]
    [InlineData("{ pet { ... on Dog { x: name } ... on Cat { x: name(upper: true) } } }")]
    [InlineData("{ pet { ... on Dog { owner { a: name } } ... on Cat { rel: owner { a: email } } } }")]
    public void Fields_of_exclusive_types_may_differ(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ x: __typename x: mode }",
        "Fields \"x\" conflict because \"__typename\" and \"mode\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:17)")]
    [InlineData(
        "{ stone { weight: kind weight } }",
        "Fields \"weight\" conflict because \"kind\" and \"weight\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:11, 1:24)")]
    [InlineData(
        "{ named { name: id name } }",
        "Fields \"name\" conflict because \"id\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:11, 1:20)")]
    [InlineData(
        "{ named { ... on Dog { name } ... on Named { name: id } } }",
        "Fields \"name\" conflict because \"name\" and \"id\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:24, 1:46)")]
    [InlineData(
        "{ mode ...F } fragment F on Query { mode: __typename }",
        "Fields \"mode\" conflict because \"mode\" and \"__typename\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:37)")]
    public void Different_fields_conflict(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ number(required: 1) number(required: 2) }",
        "Fields \"number\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:23)")]
    [InlineData(
        "{ people { id } people(options: {mode: FAST}) { id } }",
        "Fields \"people\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:17)")]
    [InlineData(
        "{ text(string: \"a\") text(string: \"\"\"a\"\"\") }",
        "Fields \"text\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:21)")]
    [InlineData(
        "query Q($a: Int!) { number(required: 1) number(required: $a) }",
        "Fields \"number\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:21, 1:41)")]
    [InlineData(
        "{ number(required: 1, int: 1) number(required: 1, float: 1) }",
        "Fields \"number\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:31)")]
    public void Differing_arguments_conflict(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ stone { x: weight } stone { x: kind } }",
        "Fields \"stone\" conflict because subfields \"x\" conflict because \"weight\" and \"kind\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:11, 1:23, 1:31)")]
    [InlineData(
        "{ person(id: 1) { favourite { ... on Dog { x: id } } } person(id: 1) { favourite { ... on Dog { x: colour y: id } ... on Dog { y: age } } } }",
        "Fields \"person\" conflict because subfields \"favourite\" conflict because subfields \"x\" conflict because \"id\" and \"colour\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:19, 1:44, 1:56, 1:72, 1:97)",
        "Fields \"y\" conflict because \"id\" and \"age\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:107, 1:128)")]
    [InlineData(
        "{ ...A ...B } fragment A on Query { stone { x: weight } } fragment B on Query { stone { x: kind y: weight } }",
        "Fields \"stone\" conflict because subfields \"x\" conflict because \"weight\" and \"kind\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:37, 1:45, 1:81, 1:89)")]
    public void Conflicts_are_told_at_the_outermost_field(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ pet { ... on Dog { colour } ... on Cat { colour } } }",
        "Fields \"colour\" conflict because they return conflicting types \"String\" and \"Colour!\". Use different aliases on the fields to fetch both if this was intentional. (1:22, 1:44)")]
    [InlineData(
        "{ thing { ... on Dog { scores } ... on Person { scores } } }",
        "Fields \"scores\" conflict because they return conflicting types \"[Int!]\" and \"[Float!]\". Use different aliases on the fields to fetch both if this was intentional. (1:24, 1:49)")]
    [InlineData(
        "{ pet { ... on Dog { x: owner { id } } ... on Cat { x: owner { id } } } }",
        "Fields \"x\" conflict because they return conflicting types \"Person\" and \"Person!\". Use different aliases on the fields to fetch both if this was intentional. (1:22, 1:53)")]
    [InlineData(
        "{ thing { ... on Dog { x: id } ... on Stone { x: weight } } }",
        "Fields \"x\" conflict because they return conflicting types \"ID!\" and \"Float\". Use different aliases on the fields to fetch both if this was intentional. (1:24, 1:47)")]
    [InlineData(
        "{ pet { ... on Dog { relatives { id } } ... on Cat { relatives: owner { id } } } }",
        "Fields \"relatives\" conflict because they return conflicting types \"[Named!]!\" and \"Person!\". Use different aliases on the fields to fetch both if this was intentional. (1:22, 1:54)")]
    [InlineData(
        "{ pet { ... on Dog { a: owner { x: name } } ... on Cat { a: relatives { x: id } } } }",
        "Fields \"a\" conflict because they return conflicting types \"Person\" and \"[Named!]!\". Use different aliases on the fields to fetch both if this was intentional. (1:22, 1:58)")]
    public void Values_of_different_shapes_conflict_even_between_exclusive_types(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ mode } fragment F on Stone { x: weight x: kind }",
        "Fields \"x\" conflict because \"weight\" and \"kind\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:32, 1:42)",
        "Fragment \"F\" is never used. (1:10)")]
    public void Conflicts_within_fragments_that_nobody_spreads_are_told_too(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ ...A } fragment A on Query { ...B stone { x: weight } } fragment B on Query { ...A stone { x: kind } }",
        "Cannot spread fragment \"A\" within itself via \"B\". (1:32, 1:81)",
        "Fields \"stone\" conflict because subfields \"x\" conflict because \"kind\" and \"weight\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:86, 1:94, 1:37, 1:45)",
        "Fields \"stone\" conflict because subfields \"x\" conflict because \"weight\" and \"kind\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:37, 1:45, 1:86, 1:94)")]
    public void Fragments_that_spread_each_other_are_compared_nevertheless(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("mode ", 5_000)]
    [InlineData("person(id: 1) { id } ", 1_500)]
    [InlineData("... on Query { mode } ", 2_000)]
    [InlineData("pet { ... on Dog { id } ... on Cat { id } } ", 600)]
    public void The_same_selection_again_and_again_is_merged_without_comparing_pairs(string selection, int times) =>
        Assert.Empty(Harness.ErrorsOf($"{{ {string.Concat(Enumerable.Repeat(selection, times))} }}"));

    [Fact]
    public void Conflicts_in_their_thousands_end_the_validation()
    {
        var fields = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"number(required: {i}) "));

        var errors = Harness.ErrorsOf(Harness.Schema, $"{{ {fields} }}", ValidationOptions.Default with { Limits = DocumentLimits.None });

        Assert.Equal("The document's fields overlap in too many ways to be compared. Validation aborted.", Assert.Single(errors));
    }

    [Fact]
    public void Fragments_that_multiply_with_every_level_end_the_validation_or_are_merged_in_time()
    {
        // Each fragment selects the next one under four keys, so that the response would have 4^40 places.
        var fragments = Enumerable.Range(0, 40).Select(i =>
            $"fragment F{i} on Person {{ a: relatives {{ ...F{i + 1} }} b: relatives {{ ...F{i + 1} }} c: relatives {{ ...F{i + 1} ...F{i} }} }}".Replace($" ...F{i} }}", " }", StringComparison.Ordinal));
        var document = $"{{ person(id: 1) {{ ...F0 }} }} {string.Join(' ', fragments)} fragment F40 on Person {{ id }}";

        Assert.Empty(Harness.ErrorsOf(document));
    }

    [Fact]
    public void Fragment_cycles_of_different_lengths_do_not_exhaust_the_stack()
    {
        var ring = (string prefix, int length) => Enumerable.Range(0, length).Select(i =>
            $"fragment {prefix}{i} on Person {{ relatives {{ ...{prefix}{(i + 1) % length} }} }}");
        var document = $"{{ person(id: 1) {{ ...A0 ...B0 }} }} {string.Join(' ', ring("A", 211).Concat(ring("B", 223)))}";

        var errors = Harness.ErrorsOf(document);

        Assert.Contains("The document's fields overlap in too many ways to be compared. Validation aborted.", errors);
    }
}
