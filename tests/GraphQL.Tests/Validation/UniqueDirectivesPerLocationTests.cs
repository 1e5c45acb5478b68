namespace Modular.GraphQL.Tests.Validation;

public sealed class UniqueDirectivesPerLocationTests
{
    [Theory]
    [InlineData("{ mode @plain @skip(if: false) @many @many(tag: \"x\") }")]
    [InlineData("{ mode @plain stone @plain { weight @plain } }")]
    public void Different_or_repeatable_directives_stand_together(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ mode @plain @plain }", "The directive \"@plain\" can only be used once at this location. (1:8, 1:15)")]
    [InlineData(
        "query Q @plain @many @plain { ...F @plain @plain @plain } fragment F on Query @plain @plain { mode }",
        "The directive \"@plain\" can only be used once at this location. (1:36, 1:43)",
        "The directive \"@plain\" can only be used once at this location. (1:36, 1:50)",
        "The directive \"@plain\" can only be used once at this location. (1:79, 1:86)",
        "The directive \"@plain\" can only be used once at this location. (1:9, 1:22)")]
    public void A_directive_stands_once_at_a_place(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
