using Modular.EndToEnd.Tests.Abuse;
using Modular.GraphQL.Tests.Differential;
using Xunit;

namespace Modular.EndToEnd.Tests.Clients;

/// <summary>The clients and tools that front-end teams use, each with what it is used for, against the running host. The scripts assert; a
/// script that fails tells why.</summary>
[Collection(nameof(AbusedHost))]
public sealed class ClientTests(AbusedHost host)
{
    private static readonly NodeProject Node = new("tests", "EndToEnd.Tests", "Clients");

    [Fact]
    public Task The_schema_that_graphql_js_builds_from_introspection_is_the_one_that_is_served_as_sdl() => RunAsync("introspection.mjs");

    [Fact]
    public Task Apollo_Client_normalises_joins_pages_and_registers_documents() => RunAsync("apollo.mjs");

    [Fact]
    public Task Urql_normalises_joins_pages_and_registers_documents() => RunAsync("urql.mjs");

    [Fact]
    public Task Parts_that_come_later_are_shown_by_Apollo_Client_and_urql_before_all_is_there() => RunAsync("incremental.mjs");

    [Fact]
    public Task Code_that_GraphQL_Code_Generator_makes_compiles() => RunAsync("codegen.mjs");

    [Fact]
    public Task What_Relays_compiler_persists_is_executed_as_trusted_documents() => RunAsync("relay.mjs");

    private async Task RunAsync(string script) =>
        Assert.Equal("", await Node.RunAsync([script, .. host.ClientArguments], "", TestContext.Current.CancellationToken));
}
