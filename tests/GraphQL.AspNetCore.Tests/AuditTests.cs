using System.Text.Json;
using Modular.GraphQL.Tests.Differential;

namespace Modular.GraphQL.AspNetCore.Tests;

/// <summary>The audits of the GraphQL-over-HTTP working group: everything that a server must, should and may do.</summary>
public sealed class AuditTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task All_audits_of_graphql_http_pass()
    {
        var node = new NodeProject("tests", "GraphQL.AspNetCore.Tests", "Audits");

        var output = await node.RunAsync(["audits.mjs", new Uri(server.Address, "/nam-dinh/graphql").ToString()], "", TestContext.Current.CancellationToken);

        var audits = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Empty(audits.Where(audit => audit.GetProperty("status").GetString() != "ok").Select(audit => audit.ToString()));
        Assert.True(audits.Length > 60, $"Only {audits.Length} audits ran.");
    }
}
