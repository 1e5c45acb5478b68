using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.Tests.Differential;
using Modular.GraphQL.Tests.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Sdl;

/// <summary>Prints and introspects schemas: graphql-js and the engine must say the same, byte for byte.</summary>
public sealed partial class SdlDifferentialTests
{
    private const string Driver = "execution-driver.mjs";

    // Among them the one that is served to front ends.
    private static readonly string[] Schemas =
    [
        .. SampleSchemas.All, ExecutionGenerator.Sdl, File.ReadAllText(Path.Combine(NodeProject.RepositoryRoot(), "schema", "modular.graphql")),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Printed_schemas_agree_with_graphql_js(bool sorted)
    {
        var questions = Schemas.Select(sdl => new JsonObject { ["ask"] = "print", ["sdl"] = sdl, ["sorted"] = sorted }).ToArray();

        var answers = await GraphQLJs.AskAsync(null, questions, TestContext.Current.CancellationToken, Driver);

        Assert.Equal(
            answers.Select(answer => answer["printed"]!.GetValue<string>()),
            Schemas.Select(sdl => WithoutCosts().Replace(SdlPrinter.Print(SdlReader.Read(sdl).Build(), sorted), "")));
    }

    [Fact]
    public async Task Introspection_agrees_with_graphql_js()
    {
        JsonObject[] questions =
        [
            new() { ["ask"] = "introspectionQuery" },
            .. Schemas.Select(sdl => new JsonObject { ["ask"] = "introspect", ["sdl"] = sdl }),
        ];

        var answers = await GraphQLJs.AskAsync(null, questions, TestContext.Current.CancellationToken, Driver);

        var query = answers[0]["query"]!.GetValue<string>();
        foreach (var (sdl, expected) in Schemas.Zip(answers.Skip(1)))
        {
            var actual = await Answer.To(Build(sdl), query);
            Assert.Equal(expected.ToJsonString(), JsonNode.Parse(actual)!.ToJsonString());
        }
    }

    // What fields cost is printed beyond what graphql-js prints.
    [GeneratedRegex(@"(?<!directive) @(cost|listSize)\([^)]*\)")]
    private static partial Regex WithoutCosts();

    private static Schema Build(string sdl) => SdlReader.Read(sdl).Build();
}
