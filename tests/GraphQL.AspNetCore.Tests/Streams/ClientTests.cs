using System.Text.Json;
using Modular.GraphQL.Tests.Differential;
using Modular.TestKit;

namespace Modular.GraphQL.AspNetCore.Tests.Streams;

/// <summary>The reference clients of both protocols, as front ends use them.</summary>
public sealed class ClientTests(StreamServer server) : IClassFixture<StreamServer>
{
    [Fact]
    public async Task The_reference_clients_understand_the_server()
    {
        server.Change("brief", rule => rule with { LivesFor = TimeSpan.FromMilliseconds(100) });
        var node = new NodeProject("tests", "GraphQL.AspNetCore.Tests", "Streams", "Clients");

        var output = await node.RunAsync(["clients.mjs", new Uri(server.Address, "/graphql").ToString()], "", TestContext.Current.CancellationToken);

        const string Refusal = """{"message":"Cannot query field \"no\" on type \"Subscription\".","locations":[{"line":1,"column":16}],"extensions":{"code":"VALIDATION_FAILED"}}""";
        Assert.Equal(
            [
                """sse subscription: [{"data":{"count":1}},{"data":{"count":2}},{"data":{"count":3}}]""",
                """sse query: [{"data":{"greeting":"Hello, Đảng!"}}]""",
                """sse mutation: [{"data":{"rename":"b"}}]""",
                """sse leaves: {"data":{"flood":"xxx"}}""",
                $$"""sse refused: [{"errors":[{{Refusal}}]}]""",
                """ws subscription: [{"data":{"count":1}},{"data":{"count":2}},{"data":{"count":3}}]""",
                """ws query: [{"data":{"greeting":"Hello, Đảng!"}}]""",
                """ws mutation: [{"data":{"rename":"b"}}]""",
                """ws leaves: {"data":{"flood":"xxx"}}""",
                $"ws refused: [{Refusal}]",
                "ws stranger: 4403",
                """ws renews: ["connection_ack",4403,"connection_ack"]""",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(said => $"{said.GetProperty("name").GetString()}: {said.GetProperty("value").GetRawText()}"));
        await Patience.UntilAsync(() => server.OpenSources == 0);
    }
}
