namespace Modular.GraphQL.Tests.Validation;

public sealed class VariablesAreInputTypesTests
{
    [Theory]
    [InlineData("query Q($a: Int!, $b: [Mode!]!, $c: Options) { number(required: $a) people(options: $c, modes: $b) { id } }")]
    public void Variables_are_scalars_enums_and_input_objects(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "query Q($a: Dog) { mode @many(tag: $a) }",
        "Variable \"$a\" cannot be non-input type \"Dog\". (1:13)",
        "Variable \"$a\" of type \"Dog\" used in position expecting type \"String\". (1:9, 1:36)")]
    [InlineData(
        "query Q($a: [[Pet!]]!, $b: Named) { choose(choice: $a) text(id: $b) }",
        "Variable \"$a\" cannot be non-input type \"[[Pet!]]!\". (1:13)",
        "Variable \"$a\" of type \"[[Pet!]]!\" used in position expecting type \"Choice\". (1:9, 1:52)",
        "Variable \"$b\" cannot be non-input type \"Named\". (1:28)",
        "Variable \"$b\" of type \"Named\" used in position expecting type \"ID\". (1:24, 1:65)")]
    public void Variables_of_output_types_are_refused(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
