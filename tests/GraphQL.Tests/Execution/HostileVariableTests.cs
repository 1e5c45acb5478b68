using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>Variables that hold more mistakes than anyone makes.</summary>
public sealed class HostileVariableTests
{
    private const int Many = 100_000;

    private static readonly Schema Schema =
        SdlReader.Read("type Query { f(filter: Filter, list: [Int!]): Int } input Filter { a: Int }", resolverOf: (_, _) => new ValueResolver<object?>(_ => null)).Build();

    [Theory]
    [InlineData("query ($v: Filter) { f(filter: $v) }", "{\"x\":1}")]
    [InlineData("query ($v: [Int!]) { f(list: $v) }", "[]")]
    public async Task Fifty_mistakes_in_one_variable_are_enough(string query, string start)
    {
        var (json, outcome) = await Answer.Ask(Schema, query, $"{{\"v\":{Wrong(start)}}}");

        var messages = JsonNode.Parse(json)!["errors"]!.AsArray().Select(error => (string)error!["message"]!).ToArray();
        Assert.Equal(ExecutionStatus.VariablesInvalid, outcome.Status);
        Assert.Equal(51, messages.Length);
        Assert.Equal("Too many errors processing variables, error limit reached. Execution aborted.", messages[^1]);
        Assert.All(messages, message => Assert.InRange(message.Length, 1, 2003));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public async Task A_long_message_is_cut_between_characters(string before)
    {
        // After 2,000 UTF-16 units, which is in the midst of a pair for one of both.
        var letters = before + string.Concat(Enumerable.Repeat("😀", 3000));
        var schema = SdlReader.Read("type Query { f: Int }", resolverOf: (_, _) => new ValueResolver<object?>(_ => throw new GraphQLException(letters))).Build();

        var (json, _) = await Answer.Ask(schema, "{ f }");

        Assert.Equal(before + string.Concat(Enumerable.Repeat("😀", 1000 - before.Length)) + "...", MessageOf(json));
    }

    private static string MessageOf(string json) => (string)JsonNode.Parse(json)!["errors"]![0]!["message"]!;

    private static string Wrong(string start) => start[0] == '['
        ? $"[{string.Join(',', Enumerable.Repeat("\"x\"", Many))}]"
        : JsonSerializer.Serialize(Enumerable.Range(0, Many).ToDictionary(number => $"x{number}", number => number));
}
