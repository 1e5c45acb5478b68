namespace Modular.GraphQL.Tests.Validation;

public sealed class ValuesOfCorrectTypeTests
{
    [Theory]
    [InlineData("{ number(int: -3, float: 1, required: 2147483647) }")]
    [InlineData("{ number(float: 1.5e3, required: 1, int: null) }")]
    [InlineData("{ text(string: \"\"\"block\"\"\", id: \"x\", boolean: true, anything: {a: [1, B, \"c\"]}) }")]
    [InlineData("{ text(id: 123) }")]
    [InlineData("{ list(ints: 1, strict: [1, 2], nested: [[1], null]) }")]
    [InlineData("{ mode(mode: FAST, colour: null) }")]
    [InlineData(
        "{ people(options: {limit: 3, mode: SLOW, tags: [\"a\"], matrix: [[1, 2.5], null], nested: {mode: FAST}, anything: [{}]}) { id } }")]
    public void Good_literals_are_accepted(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ number(int: \"3\", required: 1.0) }",
        "Int cannot represent non-integer value: \"3\" (1:15)",
        "Int cannot represent non-integer value: 1.0 (1:30)")]
    [InlineData(
        "{ number(int: 2147483648, required: -2147483649) }",
        "Int cannot represent non 32-bit signed integer value: -2147483649 (1:37)",
        "Int cannot represent non 32-bit signed integer value: 2147483648 (1:15)")]
    [InlineData(
        "{ number(int: true, required: FAST) }",
        "Int cannot represent non-integer value: FAST (1:31)",
        "Int cannot represent non-integer value: true (1:15)")]
    [InlineData(
        "{ number(float: \"1\", required: [1]) }",
        "Float cannot represent non numeric value: \"1\" (1:17)",
        "Int cannot represent non-integer value: [1] (1:32)")]
    [InlineData(
        "{ number(float: FAST, int: {a: 1}, required: 1) }",
        "Float cannot represent non numeric value: FAST (1:17)",
        "Int cannot represent non-integer value: {a: 1} (1:28)")]
    public void Numbers_are_of_their_kind(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ text(string: 1, id: 1.5, boolean: 1) }",
        "Boolean cannot represent a non boolean value: 1 (1:37)",
        "ID cannot represent a non-string and non-integer value: 1.5 (1:23)",
        "String cannot represent a non string value: 1 (1:16)")]
    [InlineData(
        "{ text(string: true, id: true, boolean: \"true\") }",
        "Boolean cannot represent a non boolean value: \"true\" (1:41)",
        "ID cannot represent a non-string and non-integer value: true (1:26)",
        "String cannot represent a non string value: true (1:16)")]
    [InlineData(
        "{ text(string: FAST, id: FAST, boolean: FAST) }",
        "Boolean cannot represent a non boolean value: FAST (1:41)",
        "ID cannot represent a non-string and non-integer value: FAST (1:26)",
        "String cannot represent a non string value: FAST (1:16)")]
    [InlineData(
        "{ text(string: [\"a\"], boolean: TRUE) }",
        "Boolean cannot represent a non boolean value: TRUE (1:32)",
        "String cannot represent a non string value: [\"a\"] (1:16)")]
    public void Texts_and_booleans_are_of_their_kind(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ mode(mode: FASTER) }",
        "Value \"FASTER\" does not exist in \"Mode\" enum. Did you mean the enum value \"FAST\"? (1:14)")]
    [InlineData(
        "{ mode(mode: slow, colour: PURPLE) }",
        "Value \"PURPLE\" does not exist in \"Colour\" enum. (1:28)",
        "Value \"slow\" does not exist in \"Mode\" enum. Did you mean the enum value \"SLOW\"? (1:14)")]
    [InlineData(
        "{ mode(mode: \"FAST\", colour: 1) }",
        "Enum \"Colour\" cannot represent non-enum value: 1. (1:30)",
        "Enum \"Mode\" cannot represent non-enum value: \"FAST\". Did you mean the enum value \"FAST\"? (1:14)")]
    [InlineData("{ mode(mode: true) }", "Enum \"Mode\" cannot represent non-enum value: true. (1:14)")]
    public void Enums_are_told_with_the_nearest_values(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ list(strict: [1, \"2\", null], ints: [\"x\", 1.5]) }",
        "Expected value of type \"Int!\", found null. (1:25)",
        "Int cannot represent non-integer value: \"2\" (1:20)",
        "Int cannot represent non-integer value: \"x\" (1:39)",
        "Int cannot represent non-integer value: 1.5 (1:44)")]
    [InlineData("{ list(strict: null) }", "Expected value of type \"[Int!]!\", found null. (1:16)")]
    [InlineData("{ list(strict: [], nested: [1, [null]]) }", "Expected value of type \"Int!\", found null. (1:33)")]
    [InlineData("{ list(strict: [[1]]) }", "Int cannot represent non-integer value: [1] (1:17)")]
    public void Lists_hold_what_they_should(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ number(required: null, withDefault: null) }",
        "Expected value of type \"Int!\", found null. (1:20)",
        "Expected value of type \"Int!\", found null. (1:39)")]
    [InlineData("{ people(modes: null) { id } }", "Expected value of type \"[Mode!]!\", found null. (1:17)")]
    public void Null_is_no_value_of_non_null_types(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ people(options: {}) { id } }", "Field \"Options.mode\" of required type \"Mode!\" was not provided. (1:19)")]
    [InlineData(
        "{ people(options: {mode: FAST, limits: 1, unknownAltogether: 2}) { id } }",
        "Field \"limits\" is not defined by type \"Options\". Did you mean \"limit\"? (1:32)",
        "Field \"unknownAltogether\" is not defined by type \"Options\". (1:43)")]
    [InlineData(
        "{ people(options: {mode: FAST, nested: {limit: \"x\"}, tags: [null]}) { id } }",
        "Expected value of type \"String!\", found null. (1:61)",
        "Field \"Options.mode\" of required type \"Mode!\" was not provided. (1:40)",
        "Int cannot represent non-integer value: \"x\" (1:48)")]
    [InlineData("{ people(options: [{mode: FAST}]) { id } }", "Expected value of type \"Options\", found [{mode: FAST}]. (1:19)")]
    [InlineData("{ people(options: \"x\") { id } }", "Expected value of type \"Options\", found \"x\". (1:19)")]
    [InlineData(
        "{ people(options: {mode: null, name: 1}) { id } }",
        "Expected value of type \"Mode!\", found null. (1:26)",
        "String cannot represent a non string value: 1 (1:38)")]
    public void Input_objects_have_their_required_fields_and_no_others(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ choose(choice: {byId: 1}) }")]
    [InlineData("{ choose(choice: {}) }", "OneOf Input Object \"Choice\" must specify exactly one key. (1:18)")]
    [InlineData("{ choose(choice: {byId: 1, byName: \"x\"}) }", "OneOf Input Object \"Choice\" must specify exactly one key. (1:18)")]
    [InlineData("{ choose(choice: {byId: null}) }", "Field \"Choice.byId\" must be non-null. (1:18)")]
    [InlineData("{ choose(choice: {byName: 1}) }", "String cannot represent a non string value: 1 (1:27)")]
    [InlineData("{ choose(choice: {unknown: 1}) }", "Field \"unknown\" is not defined by type \"Choice\". (1:19)")]
    [InlineData(
        "{ choose(choices: [{byId: 1}, {byId: null, byName: null}]) }",
        "OneOf Input Object \"Choice\" must specify exactly one key. (1:31)")]
    public void One_of_takes_exactly_one_field(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ mode @skip(if: \"yes\") }", "Boolean cannot represent a non boolean value: \"yes\" (1:18)")]
    [InlineData(
        "{ mode @needs(level: \"high\", mode: FAAST, options: {mode: 1}) }",
        "Enum \"Mode\" cannot represent non-enum value: 1. (1:59)",
        "Int cannot represent non-integer value: \"high\" (1:22)",
        "Value \"FAAST\" does not exist in \"Mode\" enum. Did you mean the enum value \"FAST\"? (1:36)")]
    public void Directives_take_values_as_fields_do(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "query Q($a: Int = 1, $b: Options = {mode: FAST}, $c: [Int!]! = [1]) { number(int: $a, required: 1) people(options: $b) { id } list(strict: $c) }")]
    [InlineData(
        "query Q($a: Int! = null, $b: String = 1) { number(required: $a) text(string: $b) }",
        "Expected value of type \"Int!\", found null. (1:20)",
        "String cannot represent a non string value: 1 (1:39)")]
    [InlineData(
        "query Q($a: Options = {limit: \"x\"}, $b: [Mode!]! = [FASTT, 1]) { people(options: $a, modes: $b) { id } }",
        "Enum \"Mode\" cannot represent non-enum value: 1. (1:60)",
        "Field \"Options.mode\" of required type \"Mode!\" was not provided. (1:23)",
        "Int cannot represent non-integer value: \"x\" (1:31)",
        "Value \"FASTT\" does not exist in \"Mode\" enum. Did you mean the enum value \"FAST\"? (1:53)")]
    public void Defaults_of_variables_are_of_the_type_of_the_variable(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Fact]
    public void Nothing_is_suggested_where_introspection_is_off() =>
        Assert.Equal(
            ["Field \"limits\" is not defined by type \"Options\". (1:34)", "Value \"FASTER\" does not exist in \"Mode\" enum. (1:26)"],
            Harness.ErrorsOf("{ people(options: {mode: FASTER, limits: 1}) { id } }", suggestions: false));
}
