using Modular.Host.Identity;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Administration.Operations;

public sealed class PolicyTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Set =
        """
        mutation ($key: String!, $values: String!, $from: Date!, $to: Date, $instrument: String!) {
          setPolicy(input: { key: $key, values: $values, from: $from, to: $to, instrument: $instrument }) {
            policy { rule instrument values }
            errors { __typename ... on Problem { field } }
          }
        }
        """;

    private readonly TestHost host = fixture.Host;

    [Fact]
    public async Task What_a_province_decides_holds_for_its_period_and_all_of_it_is_remembered()
    {
        using var client = await host.SignInAsync(await host.AddUserAsync("decides", TestProvinces.NinhThuan, TestGrant.InProvince(HostPermissions.ReadOperations, HostPermissions.ManagePolicies)));

        var first = await SetAsync(client, """{ "days": 5 }""", "2026-01-01", to: null, "1-QĐ/TU");
        var second = await SetAsync(client, """{ "days": 7 }""", "2026-01-01", "2027-01-01", "2-QĐ/TU");
        var before = await client.ExecuteAsync("""{ policies(asOf: "2025-12-31") { key rule instrument values defaults } }""");
        var within = await client.ExecuteAsync("""{ policies(asOf: "2026-06-01") { instrument values history { from to values instrument decidedBy } } }""");
        var after = await client.ExecuteAsync("""{ policies(asOf: "2027-01-01") { instrument values } }""");

        first.HasData("""{ "setPolicy": { "policy": { "rule": "T-01", "instrument": "1-QĐ/TU", "values": "{\"days\":5,\"onPaper\":true}" }, "errors": [] } }""");
        second.HasData("""{ "setPolicy": { "policy": { "rule": "T-01", "instrument": "2-QĐ/TU", "values": "{\"days\":7,\"onPaper\":true}" }, "errors": [] } }""");
        before.HasData("""{ "policies": [{ "key": "registers.entries", "rule": "T-01", "instrument": "Rules of the tests", "values": "{\"days\":10,\"onPaper\":true}", "defaults": "{\"days\":10,\"onPaper\":true}" }] }""");
        within.HasData("""
            {
              "policies": [
                {
                  "instrument": "2-QĐ/TU",
                  "values": "{\"days\":7,\"onPaper\":true}",
                  "history": [
                    { "from": "2026-01-01", "to": "2027-01-01", "values": "{\"days\": 7}", "instrument": "2-QĐ/TU", "decidedBy": "decides" },
                    { "from": "2026-01-01", "to": null, "values": "{\"days\": 5}", "instrument": "1-QĐ/TU", "decidedBy": "decides" }
                  ]
                }
              ]
            }
            """);
        after.HasData("""{ "policies": [{ "instrument": "1-QĐ/TU", "values": "{\"days\":5,\"onPaper\":true}" }] }""");
    }

    [Theory]
    [InlineData("registers.none", "{}", "2026-02-01", "Q", "PolicyIsUnknown", "input.key")]
    [InlineData("registers.entries", """{ "weeks": 2 }""", "2026-02-01", "Q", "PolicyValuesDoNotFit", "input.values")]
    [InlineData("registers.entries", """{ "days": "two" }""", "2026-02-01", "Q", "PolicyValuesDoNotFit", "input.values")]
    [InlineData("registers.entries", "[]", "2026-02-01", "Q", "PolicyValuesDoNotFit", "input.values")]
    [InlineData("registers.entries", "{", "2026-02-01", "Q", "PolicyValuesDoNotFit", "input.values")]
    [InlineData("registers.entries", "{}", "2026-01-01", "Q", "InvalidInput", "input.to")]
    [InlineData("registers.entries", "{}", "2026-02-01", " ", "InvalidInput", "input.instrument")]
    public async Task What_does_not_fit_the_policy_is_refused(string key, string values, string to, string instrument, string problem, string field)
    {
        using var client = await host.SignInAsync(await host.AddUserAsync($"wrong-{Guid.NewGuid():N}", TestProvinces.TienGiang, TestGrant.InProvince(HostPermissions.ManagePolicies)));

        var answer = await client.ExecuteAsync(Set, new { key, values, from = "2026-01-01", to, instrument });

        answer.HasData($$"""{ "setPolicy": { "policy": null, "errors": [{ "__typename": "{{problem}}", "field": "{{field}}" }] } }""");
    }

    private static Task<GraphQLAnswer> SetAsync(TestClient client, string values, string from, string? to, string instrument) =>
        client.ExecuteAsync(Set, new { key = "registers.entries", values, from, to, instrument });
}
