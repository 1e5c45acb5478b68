using Modular.GraphQL.Sdl;

namespace Modular.GraphQL.Tests.Validation;

public sealed class VariablesInAllowedPositionTests
{
    [Theory]
    [InlineData(
        "query Q($a: Int, $b: Int!, $c: [Int!]!, $d: Boolean!) { number(int: $a, required: $b) again: number(int: $b, required: 1) list(ints: $c, strict: $c) mode @skip(if: $d) }")]
    [InlineData("query Q($a: ID!) { choose(choice: {byId: $a}) }")]
    public void Variables_fit_where_they_are_used(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "query Q($a: Int) { number(required: $a) }",
        "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". (1:9, 1:37)")]
    [InlineData(
        "query Q($a: String) { number(required: 1, int: $a) }",
        "Variable \"$a\" of type \"String\" used in position expecting type \"Int\". (1:9, 1:48)")]
    [InlineData(
        "query Q($a: [Int]!) { list(strict: $a) }",
        "Variable \"$a\" of type \"[Int]!\" used in position expecting type \"[Int!]!\". (1:9, 1:36)")]
    [InlineData(
        "query Q($a: Int) { list(ints: $a, strict: []) }",
        "Variable \"$a\" of type \"Int\" used in position expecting type \"[Int]\". (1:9, 1:31)")]
    [InlineData(
        "query Q($a: Boolean) { mode @skip(if: $a) }",
        "Variable \"$a\" of type \"Boolean\" used in position expecting type \"Boolean!\". (1:9, 1:39)")]
    [InlineData(
        "query Q($a: String!) { people(options: {mode: $a}) { id } }",
        "Variable \"$a\" of type \"String!\" used in position expecting type \"Mode!\". (1:9, 1:47)")]
    [InlineData(
        "query Q($a: Int) { list(strict: [$a]) }",
        "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". (1:9, 1:34)")]
    public void Variables_that_do_not_fit_are_told(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "query Q($a: Int) { ...F } fragment F on Query { ...G } fragment G on Query { number(required: $a) }",
        "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". (1:9, 1:95)")]
    [InlineData(
        "query A($a: Int!) { ...F } query B($a: Int) { ...F } fragment F on Query { number(required: $a) }",
        "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". (1:36, 1:93)")]
    public void Variables_are_followed_into_fragments(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("query Q($a: Int = 1) { number(required: $a) }")]
    [InlineData(
        "query Q($a: Int = null) { number(required: $a) }",
        "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". (1:9, 1:44)")]
    [InlineData("query Q($a: Int) { number(required: 1, withDefault: $a) }")]
    [InlineData("query Q($a: [Mode!]) { people(modes: $a) { id } }")]
    public void A_default_lets_a_nullable_variable_stand_for_a_non_null_value(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "query Q($a: ID) { choose(choice: {byId: $a}) }",
        "Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Choice\". (1:9, 1:41)")]
    [InlineData(
        "query Q($a: ID = 1) { choose(choice: {byId: $a}) }",
        "Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Choice\". (1:9, 1:45)")]
    public void One_of_takes_no_nullable_variable(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Fact]
    public void One_of_takes_no_nullable_variable_in_a_place_that_is_not_null_either() =>
        Assert.Equal(
            ["Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Choice\". (1:9, 1:41)"],
            Harness.ErrorsOf(
                SdlReader.Read("input Choice @oneOf { byId: ID byName: String } type Query { choose(choice: Choice!): Int }").Build(),
                "query Q($a: ID) { choose(choice: {byId: $a}) }"));
}
