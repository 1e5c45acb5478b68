using System.Text.Json.Nodes;
using Modular.GraphQL.Tests.Differential;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>Random operations over random data with nulls and failures everywhere: graphql-js and the engine must give the same response.</summary>
public sealed class ExecutionDifferentialTests
{
    private const int Seed = 20260301;
    private const int QuestionCount = 2000;

    [Fact]
    public async Task Responses_agree_with_graphql_js()
    {
        var generator = new ExecutionGenerator(Seed);
        var cases = Enumerable.Range(0, QuestionCount).Select(_ => generator.Next()).ToArray();
        var questions = cases.Select(each => new JsonObject
        {
            ["ask"] = "execute",
            ["query"] = each.Query,
            ["data"] = each.Data,
            ["variables"] = JsonNode.Parse(each.Variables),
        }).ToArray();

        var answers = await GraphQLJs.AskAsync(ExecutionGenerator.Sdl, questions, TestContext.Current.CancellationToken, "execution-driver.mjs");

        var schema = JsonResolver.SchemaOf(ExecutionGenerator.Sdl);
        for (var i = 0; i < cases.Length; i++)
        {
            var actual = await Answer.To(schema, cases[i].Query, cases[i].Variables, context: JsonResolver.Over(cases[i].Data), options: new() { MaxCost = double.MaxValue });
            Assert.Equal((cases[i], Normal(answers[i])), (cases[i], Normal(JsonNode.Parse(actual)!.AsObject())));
        }

        Assert.InRange(answers.Count(answer => answer.ContainsKey("errors")), QuestionCount / 10, QuestionCount * 9 / 10);
        Assert.True(answers.Count(answer => answer.ContainsKey("data")) > QuestionCount * 9 / 10);
    }

    // Codes and the wording of failures that clients are not told are the engine's own.
    private static string Normal(JsonObject answer)
    {
        foreach (var error in answer["errors"]?.AsArray() ?? []) error!.AsObject().Remove("extensions");
        return answer.ToJsonString();
    }
}
