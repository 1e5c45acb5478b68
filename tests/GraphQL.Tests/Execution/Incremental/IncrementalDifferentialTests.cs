using System.Text.Json.Nodes;
using Modular.GraphQL.Tests.Differential;

namespace Modular.GraphQL.Tests.Execution.Incremental;

/// <summary>
/// Random operations with parts to be delivered later, over random data with nulls and failures: graphql-js and the engine must deliver the same, and put
/// together it must be what the operation selects without the directives.
/// </summary>
public sealed class IncrementalDifferentialTests
{
    private const int Seed = 20261122;
    private const int QuestionCount = 1000;
    private const string Sdl = ExecutionGenerator.IncrementalDirectives + ExecutionGenerator.Sdl;

    // Items in small portions, so that lists come in several.
    private static readonly GraphQLEngineOptions Options = new() { MaxCost = double.MaxValue, StreamedItemsAtOnce = 2 };

    [Fact]
    public async Task Responses_in_parts_agree_with_graphql_js_and_with_whole_ones()
    {
        var generator = new ExecutionGenerator(Seed, incremental: true);
        var cases = Enumerable.Range(0, QuestionCount).Select(_ => generator.Next()).ToArray();
        var questions = cases.Select(each => new JsonObject
        {
            ["ask"] = "executeIncrementally",
            ["query"] = each.Query,
            ["data"] = each.Data,
            ["variables"] = JsonNode.Parse(each.Variables),
        }).ToArray();

        var answers = await GraphQLJs.AskAsync(Sdl, questions, TestContext.Current.CancellationToken, "execution-driver.mjs");

        var schema = JsonResolver.SchemaOf(Sdl);
        var differences = new List<string>();
        var (inParts, failed, invalid) = (0, 0, 0);
        for (var i = 0; i < cases.Length; i++)
        {
            if (answers[i].ContainsKey("invalid"))
            {
                invalid++;
                continue;
            }

            var expected = MergedResponse.Of([.. answers[i]["parts"]!.AsArray().Select(part => part!.AsObject())]);
            var parts = await Parts.Of(schema, cases[i].Query, cases[i].Variables, JsonResolver.Over(cases[i].Data), Options);
            var actual = MergedResponse.Of(parts);
            if (Text(expected) != Text(actual))
                differences.Add($"{cases[i]}\n{answers[i].ToJsonString()}\n\ngraphql-js\n{Text(expected)}\n\nengine\n{Text(actual)}");
            else if (actual.Failures.Count == 0 && await Whole(cases[i]) is var whole && whole != DataOf(actual))
                differences.Add($"{cases[i]}\n\nwhole\n{whole}\n\nin parts\n{DataOf(actual)}");
            if (parts.Count > 1) inParts++;
            if (actual.Failures.Count > 0) failed++;
        }

        Assert.True(differences.Count == 0, $"{differences.Count} responses differ, the shortest:\n{differences.MinBy(text => text.Length)}");
        Assert.InRange(inParts, QuestionCount / 2, QuestionCount);
        Assert.InRange(failed, QuestionCount / 20, QuestionCount / 2);
        Assert.InRange(invalid, 0, QuestionCount / 100);

        async Task<string> Whole((string Query, string Variables, string Data) each)
        {
            var whole = JsonNode.Parse(await Answer.To(schema, each.Query, each.Variables, context: JsonResolver.Over(each.Data), options: Options))!.AsObject();
            return DataOf(MergedResponse.Of([whole]));
        }
    }

    // Codes are the engine's own. A field that several deferred fragments hold has its location told for each of them by graphql-js.
    private static string Text(MergedResponse response)
        => string.Join('\n', [DataOf(response), .. response.Errors.Select(Normal), .. response.Failures]);

    private static string DataOf(MergedResponse response) => MergedResponse.Sorted(response.Data)?.ToJsonString() ?? "null";

    private static string Normal(string error)
    {
        var json = JsonNode.Parse(error)!.AsObject();
        json.Remove("extensions");
        json["locations"] = new JsonArray([.. json["locations"]!.AsArray().DistinctBy(location => location!.ToJsonString()).Select(location => location!.DeepClone())]);
        return json.ToJsonString();
    }
}
