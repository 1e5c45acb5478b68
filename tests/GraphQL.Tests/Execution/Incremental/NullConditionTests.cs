using System.Text.Json.Nodes;
using Modular.GraphQL.Tests.Differential;

namespace Modular.GraphQL.Tests.Execution.Incremental;

/// <summary>
/// Conditions of <c>@defer</c> and <c>@stream</c> have defaults, so a nullable variable may stand for them; given as null it is refused. graphql-js tells the same at the field where
/// the directive stands, which may leave the rest of the response; the engine refuses the request as a whole.
/// </summary>
public sealed class NullConditionTests
{
    private const string Sdl = ExecutionGenerator.IncrementalDirectives + "type Query { a: Int b: Int list: [Int] }";
    private const string Data = """{"a":1,"b":2,"list":[1,2]}""";

    [Theory]
    [InlineData("query ($if: Boolean) { a ... @defer(if: $if) { b } }", """{"if":null}""", true)]
    [InlineData("query ($if: Boolean) { a list @stream(if: $if) }", """{"if":null}""", true)]
    [InlineData("query ($count: Int) { a list @stream(initialCount: $count) }", """{"count":null}""", true)]
    [InlineData("query ($if: Boolean) { a ... @defer(if: $if) { b } }", "{}", false)]
    [InlineData("query ($if: Boolean = null) { a ... @defer(if: $if) { b } }", """{"if":false}""", false)]
    public async Task An_explicit_null_is_refused_as_graphql_js_says_it_and_a_left_out_value_is_not(string query, string variables, bool isRefused)
    {
        var question = new JsonObject { ["ask"] = "executeIncrementally", ["query"] = query, ["data"] = Data, ["variables"] = JsonNode.Parse(variables) };
        var peer = Assert.Single(await GraphQLJs.AskAsync(Sdl, [question], TestContext.Current.CancellationToken, "execution-driver.mjs"));
        var parts = await Parts.Of(JsonResolver.SchemaOf(Sdl), query, variables, JsonResolver.Over(Data));

        Assert.Equal(MessageOf(peer["parts"]![0]!.AsObject()), MessageOf(parts[0]));
        Assert.Equal((isRefused, isRefused), (MessageOf(parts[0]) is not null, parts[0]["data"] is null));
    }

    private static string? MessageOf(JsonObject response) =>
        response["errors"]?[0] is { } error ? $"{error["message"]} {error["locations"]!.ToJsonString()}" : null;
}
