using Modular.GraphQL.Language;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.Validation;

namespace Modular.GraphQL.Tests.Validation;

public sealed class FieldsOnCorrectTypeTests
{
    [Theory]
    [InlineData("{ stone { weight } __typename __schema { types { name } } __type(name: \"Dog\") { name } }")]
    [InlineData("{ named { id name __typename ... on Dog { barks(loudly: true) } } }")]
    [InlineData("{ thing { __typename } }")]
    public void Known_fields_are_accepted(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ stone { wieght } }", "Cannot query field \"wieght\" on type \"Stone\". Did you mean \"weight\"? (1:11)")]
    [InlineData(
        "{ persn: people { emial nam } }",
        "Cannot query field \"emial\" on type \"Person\". Did you mean \"email\"? (1:19)",
        "Cannot query field \"nam\" on type \"Person\". Did you mean \"name\"? (1:25)")]
    [InlineData("{ unknownAltogether { deeper } }", "Cannot query field \"unknownAltogether\" on type \"Query\". (1:3)")]
    [InlineData("{ stone { __schema { types { name } } } }", "Cannot query field \"__schema\" on type \"Stone\". (1:11)")]
    public void Unknown_fields_are_told_with_the_nearest_names(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "{ named { barks } }",
        "Cannot query field \"barks\" on type \"Named\". Did you mean to use an inline fragment on \"Dog\"? (1:11)")]
    [InlineData(
        "{ thing { name } }",
        "Cannot query field \"name\" on type \"Thing\". Did you mean to use an inline fragment on \"Named\", \"Dog\", or \"Person\"? (1:11)")]
    [InlineData(
        "{ pet { meows age } }",
        "Cannot query field \"age\" on type \"Pet\". Did you mean to use an inline fragment on \"Ageing\" or \"Dog\"? (1:15)",
        "Cannot query field \"meows\" on type \"Pet\". Did you mean to use an inline fragment on \"Cat\"? (1:9)")]
    [InlineData(
        "{ ageing { owner email } }",
        "Cannot query field \"email\" on type \"Ageing\". Did you mean to use an inline fragment on \"Person\"? (1:18)",
        "Cannot query field \"owner\" on type \"Ageing\". Did you mean to use an inline fragment on \"Dog\"? (1:12)")]
    [InlineData("{ thing { unknownAltogether } }", "Cannot query field \"unknownAltogether\" on type \"Thing\". (1:11)")]
    public void Fields_of_possible_types_are_suggested_as_fragments(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("{ unknown { more { and } } }", "Cannot query field \"unknown\" on type \"Query\". (1:3)")]
    [InlineData("{ stone { unknown { weight } } }", "Cannot query field \"unknown\" on type \"Stone\". (1:11)")]
    public void Nothing_is_said_of_what_lies_below_unknown_fields(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Fact]
    public void Nothing_is_suggested_where_introspection_is_off() =>
        Assert.Equal(["Cannot query field \"wieght\" on type \"Stone\". (1:11)"], Harness.ErrorsOf("{ stone { wieght } }", suggestions: false));

    [Fact]
    public void A_field_of_a_module_that_is_not_enabled_is_told_with_the_module()
    {
        var builder = SdlReader.Read("type Query { member: Member } type Member { id: ID }");
        builder.AddAbsent("Member", "meetings", "Meetings");
        var document = Parser.Parse(new Source("{ member { meetings { date } meeting } }"));

        var errors = Validator.Validate(builder.Build(), document);

        Assert.Equal(
            [
                ("The field \"Member.meetings\" belongs to the module \"Meetings\", which is not enabled. (1:12)", "MODULE_DISABLED", "Meetings"),
                ("Cannot query field \"meeting\" on type \"Member\". (1:30)", null, null),
            ],
            errors.Select(error => (error.ToString(), error.Code, error.Extensions.GetValueOrDefault("module"))));
    }
}
