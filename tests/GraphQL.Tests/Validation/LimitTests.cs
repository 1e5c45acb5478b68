using Modular.GraphQL.Language;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;
using Modular.GraphQL.Validation;

namespace Modular.GraphQL.Tests.Validation;

public sealed class LimitTests
{
    private static readonly Schema Schema = SdlReader.Read("directive @d repeatable on FIELD | QUERY | VARIABLE_DEFINITION | FRAGMENT_DEFINITION type Query { a: Int query: Query }").Build();

    private static readonly DocumentLimits Small = new() { MaxSelectionDepth = 3, MaxRootFields = 2, MaxAliases = 2, MaxDirectivesPerLocation = 2, MaxVariables = 1 };

    [Theory]
    [InlineData("{ query { query { a } } }")]
    [InlineData("{ query { query { query { a } } } }", "Selections may nest at most 3 levels deep. (1:1)")]
    [InlineData("{ query { ... { ... { query { a } } } } }")]
    [InlineData("{ query { ...F } } fragment F on Query { query { ...G } } fragment G on Query { query { a } }", "Selections may nest at most 3 levels deep. (1:1)")]
    [InlineData("{ a query { a } }")]
    [InlineData("{ a query { a } more: a }", "An operation may select at most 2 fields at its top. (1:1)")]
    [InlineData("{ b: a query { c: a } }")]
    [InlineData("{ b: a query { c: a d: a } }", "A document may have at most 2 aliases. (1:21)")]
    [InlineData("{ a @d @d }")]
    [InlineData("{ a @d @d @d }", "At most 2 directives may stand at one place. (1:3)")]
    [InlineData("query @d @d @d { a }", "At most 2 directives may stand at one place. (1:1)")]
    [InlineData("query ($v: Int @d @d @d) { a }", "At most 2 directives may stand at one place. (1:8)")]
    [InlineData("{ ...F } fragment F on Query @d @d @d { a }", "At most 2 directives may stand at one place. (1:10)")]
    [InlineData("query ($v: Int, $w: Int) { a }", "An operation may declare at most 1 variables. (1:1)")]
    public void Documents_keep_to_the_limits(string document, params string[] errors) =>
        Assert.Equal(errors, Harness.ErrorsOf(Schema, document, new ValidationOptions { Limits = Small }));

    [Fact]
    public void A_document_beyond_a_limit_is_told_by_code()
    {
        var error = Assert.Single(Validator.Validate(Schema, Parser.Parse(new Source("{ a @d @d @d }")), new ValidationOptions { Limits = Small }));

        Assert.Equal("COST_LIMIT", error.Code);
    }

    [Theory]
    [InlineData("{ ...F } fragment F on Query { ... { ... { a } } }")]
    [InlineData("{ ...F } fragment F on Query { ...G } fragment G on Query { ... { ... { a } } }", "Fragments may nest at most 4 levels deep. (1:1)")]
    public void Fragments_keep_to_their_depth(string document, params string[] errors) =>
        Assert.Equal(errors, Harness.ErrorsOf(Schema, document, new ValidationOptions { Limits = new() { MaxFragmentDepth = 4 } }));

    [Fact]
    public void A_chain_of_fragments_as_long_as_a_document_allows_is_measured_without_the_stack()
    {
        var chain = Enumerable.Range(0, 100_000).Select(i => $"fragment F{i} on Query {{ query {{ ...F{i + 1} }} }}");
        var document = $"{{ ...F0 }} {string.Join('\n', chain)} fragment F100000 on Query {{ a }}";

        Assert.Equal(["Fragments may nest at most 200 levels deep. (1:1)"], Harness.ErrorsOf(Schema, document, ValidationOptions.Default));
    }

    [Fact]
    public void A_chain_of_fragments_without_fields_between_them_is_no_danger_either()
    {
        var chain = Enumerable.Range(0, 100_000).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }}");
        var document = $"{{ ...F0 }} {string.Join('\n', chain)} fragment F100000 on Query {{ a }}";

        Assert.Equal(["Fragments may nest at most 200 levels deep. (1:1)"], Harness.ErrorsOf(Schema, document, ValidationOptions.Default));
    }

    [Fact]
    public void Validation_gives_up_after_so_many_errors()
    {
        var errors = Validator.Validate(Schema, Parser.Parse(new Source("{ b c d e }")), new ValidationOptions { MaxErrors = 2 });

        Assert.Equal(
            [
                "Cannot query field \"b\" on type \"Query\". Did you mean \"a\"? (1:3)",
                "Cannot query field \"c\" on type \"Query\". Did you mean \"a\"? (1:5)",
                "Too many validation errors, error limit reached. Validation aborted.",
            ],
            errors.Select(error => error.ToString()));
    }
}
