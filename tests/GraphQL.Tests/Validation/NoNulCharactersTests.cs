using Modular.GraphQL.Execution;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.Tests.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.GraphQL.Validation;

namespace Modular.GraphQL.Tests.Validation;

public sealed class NoNulCharactersTests
{
    private static readonly Schema Schema = SdlReader.Read(
        "type Query { f(text: String, inputs: [Input]): Int } input Input { id: ID }", resolverOf: (_, _) => new ValueResolver<object?>(_ => 1)).Build();

    private static readonly ValidationOptions Off = new() { NulCharacters = false };

    [Theory]
    [InlineData("""{ f(text: "\\u0000") }""")]
    [InlineData("""{ f(text: "a\u0000") }""", "Strings must not hold the character U+0000. (1:11)")]
    [InlineData("""{ f(inputs: [{ id: "\u{0}" }]) }""", "Strings must not hold the character U+0000. (1:20)")]
    public void Documents_hold_none_where_the_server_wants_none(string document, params string[] errors) =>
        Assert.Equal(errors, Harness.ErrorsOf(Schema, document, Off));

    [Theory]
    [InlineData("""{"v":[{"id":"a"}]}""", """{"data":{"f":1}}""")]
    [InlineData(
        """{"v":[{"id":"a\u0000"}]}""",
        """{"errors":[{"message":"Variable \"$v\" got invalid value \"a\\u0000\" at \"v[0].id\"; Strings must not hold the character U+0000.","locations":[{"line":1,"column":8}],"extensions":{"code":"VARIABLES_INVALID"}}]}""")]
    public async Task Variables_hold_none_where_the_server_wants_none(string variables, string answer) =>
        Assert.Equal(answer, (await Answer.Ask(Schema, "query ($v: [Input]) { f(inputs: $v) }", variables, options: new() { Validation = Off })).Json);

    [Fact]
    public async Task They_are_allowed_otherwise() =>
        Assert.Equal("""{"data":{"f":1}}""", (await Answer.Ask(Schema, """{ f(text: "\u0000") }""")).Json);
}
