namespace Modular.GraphQL.Tests.Validation;

public sealed class ScalarLeafsTests
{
    [Theory]
    [InlineData("{ stone { weight kind } }")]
    [InlineData("{ __typename pets { __typename } }")]
    public void Selections_stand_where_they_belong(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ stone }",
        "Field \"stone\" of type \"Stone!\" must have a selection of subfields. Did you mean \"stone { ... }\"? (1:3)")]
    [InlineData(
        "{ person(id: 1) { favourite relatives } }",
        "Field \"favourite\" of type \"Pet\" must have a selection of subfields. Did you mean \"favourite { ... }\"? (1:19)",
        "Field \"relatives\" of type \"[Person!]!\" must have a selection of subfields. Did you mean \"relatives { ... }\"? (1:29)")]
    [InlineData(
        "{ pets }",
        "Field \"pets\" of type \"[[Pet!]!]!\" must have a selection of subfields. Did you mean \"pets { ... }\"? (1:3)")]
    public void Objects_need_a_selection(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ stone { weight { x } } }", "Field \"weight\" must not have a selection since type \"Float\" has no subfields. (1:18)")]
    [InlineData("{ mode { __typename } }", "Field \"mode\" must not have a selection since type \"Mode!\" has no subfields. (1:8)")]
    [InlineData("{ list(strict: []) { a } }", "Field \"list\" must not have a selection since type \"[Int]\" has no subfields. (1:20)")]
    [InlineData("{ stone { kind { a } } }", "Field \"kind\" must not have a selection since type \"Mode\" has no subfields. (1:16)")]
    public void Leaves_have_no_selection(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
