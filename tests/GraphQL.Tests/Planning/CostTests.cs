using System.Buffers;
using System.Text.Json;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.Tests.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Planning;

/// <summary>What operations cost, and that too expensive ones are refused before anything is read.</summary>
public sealed class CostTests
{
    private const string Sdl = """
        interface Node { id: ID }
        type Query { one: Person people(first: Int = 20): [Person] all: [Person] connection(first: Int, last: Int, after: String): PersonConnection node: Node }
        type PersonConnection { edges: [PersonEdge] nodes: [Person] totalCount: Int }
        type PersonEdge { node: Person }
        type Person implements Node { id: ID name: String friends(first: Int): [Person] unit: Unit }
        type Unit implements Node { id: ID members: [Person] }
        """;

    [Theory]
    [InlineData("{ __typename }", null, 0)]
    [InlineData("{ one { name id } }", null, 1)]
    [InlineData("{ a: one { name } b: one { name } one { name } one { id } }", null, 3)]
    [InlineData("{ people { name } }", null, 20)]
    [InlineData("{ people(first: 3) { name unit { id } } }", null, 6)]
    [InlineData("{ all { name } }", null, 10)]
    [InlineData("query ($n: Int) { people(first: $n) { name } }", """{"n":7}""", 7)]
    [InlineData("query ($n: Int) { people(first: $n) { name } }", null, 20)]
    [InlineData("query ($n: Int) { people(first: $n) { name } }", """{"n":null}""", 10)]
    [InlineData("query ($n: Int = 4) { people(first: $n) { friends(first: $n) { id } } }", null, 20)]
    [InlineData("{ connection(first: 5) { edges { node { name } } nodes { id } totalCount } }", null, 16)]
    [InlineData("query ($n: Int) { connection(first: 2, last: $n) { nodes { friends(first: 3) { id } } } }", """{"n":4}""", 17)]
    [InlineData("{ connection { totalCount } }", null, 1)]
    [InlineData("{ node { ... on Person { unit { id } } ... on Unit { members { id } } } }", null, 12)]
    [InlineData("{ one { unit { id } ... on Node { ... on Person { unit { id } } } ...F } } fragment F on Person { unit { id } }", null, 2)]
    [InlineData("query ($yes: Boolean = true) { one @skip(if: $yes) { unit { id } } people(first: 1) @include(if: $yes) { id } }", null, 1)]
    [InlineData("{ expensive }", null, 100)]
    public async Task The_cost_is_told_where_it_is_asked_for(string query, string? variables, double cost)
        => Assert.Equal((cost, 1_000_000, ExecutionStatus.Executed), await CostOf(query, variables, new()));

    [Fact]
    public async Task An_operation_that_costs_too_much_is_refused()
    {
        const string Query = "{ people(first: 200) { friends(first: 200) { friends(first: 200) { id } } } }";

        var (json, outcome) = await Answer.Ask(Build(), Query);

        Assert.Equal(
            """{"errors":[{"message":"The operation may cost up to 8040200; 1000000 is allowed. Ask for smaller pages or fewer levels.","extensions":{"code":"COST_LIMIT"}}]}""", json);
        Assert.Equal(ExecutionStatus.PlanningFailed, outcome.Status);
        Assert.Equal(ExecutionStatus.Executed, (await Answer.Ask(Build(), Query, options: new() { MaxCost = 8_040_200 })).Outcome.Status);
    }

    private static Schema Build()
    {
        var builder = SdlReader.Read(Sdl, resolverOf: (_, _) => new ValueResolver<object?>(_ => null));
        builder.Extend(
            new ObjectTypeExtension("Query", [new("expensive", "Int") { Resolver = new ValueResolver<object?>(_ => null), Features = new Features().Set(new FieldCost(100)) }]),
            "test");
        return builder.Build();
    }

    private static async Task<(double Requested, double Limit, ExecutionStatus Status)> CostOf(string query, string? variables, GraphQLEngineOptions options)
    {
        using var json = JsonDocument.Parse($"{{\"variables\":{variables ?? "null"},\"extensions\":{{\"cost\":true}}}}");
        var request = new GraphQLRequest(query)
        {
            Variables = json.RootElement.GetProperty("variables"),
            Extensions = json.RootElement.GetProperty("extensions"),
        };
        var output = new ArrayBufferWriter<byte>();
        var outcome = await new GraphQLEngine(options).ExecuteAsync(Build(), request, new(), output);
        using var answer = JsonDocument.Parse(output.WrittenMemory);
        var cost = answer.RootElement.GetProperty("extensions").GetProperty("cost");
        return (cost.GetProperty("requested").GetDouble(), cost.GetProperty("limit").GetDouble(), outcome.Status);
    }
}
