using System.Net;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Limits;

/// <summary>What is set under <c>Limits</c> and <c>GraphQL</c> holds for requests.</summary>
public sealed class SettingTests
{
    [Theory]
    [InlineData("Limits:DocumentBytes", "10", "{ echoes(text: \"\") }", "SYNTAX_ERROR")]
    [InlineData("Limits:DocumentTokens", "5", "{ echoes(text: \"\") }", "SYNTAX_ERROR")]
    [InlineData("Limits:DocumentNesting", "1", "{ modules { id } }", "SYNTAX_ERROR")]
    [InlineData("Limits:SelectionDepth", "1", "{ modules { id } }", "COST_LIMIT")]
    [InlineData("Limits:FragmentDepth", "2", "{ modules { ... { ... { id } } } }", "COST_LIMIT")]
    [InlineData("Limits:IntrospectionLists", "1", "{ __schema { types { fields { name } } } }", "VALIDATION_FAILED")]
    [InlineData("Limits:RootFields", "1", "{ __typename modules { id } }", "COST_LIMIT")]
    [InlineData("Limits:Aliases", "1", "{ modules { a: id b: id } }", "COST_LIMIT")]
    [InlineData("Limits:DirectivesPerPlace", "1", "{ __typename @skip(if: false) @include(if: true) }", "COST_LIMIT")]
    [InlineData("Limits:Variables", "1", "query ($text: String!, $times: Int) { echoes(text: $text, times: $times) }", "COST_LIMIT")]
    [InlineData("Limits:PlannedFields", "2", "{ modules { id name: id other: id } }", "COST_LIMIT")]
    [InlineData("Limits:Cost", "5", "{ modules { id } }", "COST_LIMIT")]
    [InlineData("Limits:RequestBytes", "10", "{ __typename }", "PAYLOAD_TOO_LARGE", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("Limits:ResponseBytes", "10000", "{ echoes(text: \"0123456789\", times: 100000) }", "RESPONSE_LIMIT")]
    [InlineData("Limits:JsonDepth", "2", "{ __typename }", "BAD_REQUEST")]
    [InlineData("GraphQL:Introspection", "false", "{ __schema { description } }", "INTROSPECTION_DISABLED")]
    public async Task What_goes_beyond_a_setting_is_refused(string setting, string value, string document, string code, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        await using var host = await TestHost.StartAsync(new Dictionary<string, string?> { [setting] = value }, new RegistersModule());
        using var client = await host.SignInAsync(await host.AddUserAsync("limited", TestProvinces.NamDinh));

        var answer = await client.ExecuteAsync(document, new { unused = new { deep = 1 } });

        Assert.Equal((status, code), (answer.Status, Assert.Single(answer.ErrorCodes)));
    }

    [Fact]
    public async Task Where_introspection_is_off_nothing_gives_the_schema_away()
    {
        await using var host = await TestHost.StartAsync(new Dictionary<string, string?> { ["GraphQL:Introspection"] = "false" }, new RegistersModule());
        using var client = await host.SignInAsync(await host.AddUserAsync("curious", TestProvinces.NamDinh));

        var field = await client.ExecuteAsync("{ module { id } }");
        var argument = await client.ExecuteAsync("{ echoes(txt: \"\", text: \"\") }");
        using var sdl = await client.Http.GetAsync("/nam-dinh/schema.graphql", TestContext.Current.CancellationToken);

        field.Is("""
            { "errors": [{ "message": "Cannot query field \"module\" on type \"Query\".", "locations": [{ "line": 1, "column": 3 }], "extensions": { "code": "VALIDATION_FAILED" } }] }
            """);
        argument.Is("""
            { "errors": [{ "message": "Unknown argument \"txt\" on field \"Query.echoes\".", "locations": [{ "line": 1, "column": 10 }], "extensions": { "code": "VALIDATION_FAILED" } }] }
            """);
        Assert.Equal(HttpStatusCode.NotFound, sdl.StatusCode);
        (await client.ExecuteAsync("{ __typename }")).HasData("""{ "__typename": "Query" }""");
    }

    [Fact]
    public async Task The_size_of_pages_shows_in_the_schema()
    {
        await using var host = await TestHost.StartAsync(new Dictionary<string, string?> { ["Limits:PageSize"] = "15" }, new RegistersModule());
        using var client = await host.SignInAsync(await host.AddUserAsync("reader", TestProvinces.NamDinh));

        var sdl = await client.Http.GetStringAsync("/nam-dinh/schema.graphql", TestContext.Current.CancellationToken);

        Assert.Contains("at most 15.", sdl, StringComparison.Ordinal);
        Assert.Contains("@listSize(assumedSize: 15, ", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("at most 200.\n", sdl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cost_is_told_where_it_is_asked_for()
    {
        await using var host = await TestHost.StartAsync(new RegistersModule());
        using var client = await host.SignInAsync(await host.AddUserAsync("asks", TestProvinces.NamDinh));
        using var body = new StringContent(
            """{ "query": "{ modules { id } }", "extensions": { "cost": true } }""", System.Text.Encoding.UTF8, "application/json");

        using var response = await client.Http.PostAsync("/nam-dinh/graphql", body, TestContext.Current.CancellationToken);

        Assert.EndsWith(
            "\"extensions\":{\"cost\":{\"requested\":10,\"limit\":1000000}}}",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }
}
