using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.GraphQL.Tests.Fixtures.People;
using Modular.TestKit.Databases;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.Reads;

/// <summary>Lists of an organization and all below it are asked for in one way where those are few, and in another where they are many: both show the same.</summary>
public sealed class WideOrganizationTests(PeopleWorld world) : IClassFixture<PeopleWorld>, IAsyncLifetime
{
    private const string OfOrganization = "query ($of: ID!, $after: String, $by: OrderDirection!) { organization(id: $of) { people(first: 3, after: $after, includeSubtree: true, orderBy: [{ field: NAME, direction: $by }]) { totalCount nodes { fullName } pageInfo { hasNextPage endCursor } } } }";
    private const string Within = "query ($of: ID!, $after: String, $by: OrderDirection!) { people(first: 3, after: $after, where: { and: [{ within: { id: $of } }] }, orderBy: [{ field: NAME, direction: $by }]) { totalCount nodes { fullName } pageInfo { hasNextPage endCursor } } }";

    // Not all rows of an alternative are below the organization, so that it is asked for in one way whatever stands there.
    private const string Alternative = "query ($of: ID!, $by: OrderDirection!) { people(first: 100, where: { or: [{ within: { id: $of } }] }, orderBy: [{ field: NAME, direction: $by }]) { nodes { fullName } } }";

    public ValueTask InitializeAsync() => world.WidenBetaAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 10)]
    [InlineData(5, 2)]
    public async Task The_pages_of_an_organization_hold_whoever_is_at_or_below_it(int organization, int expected)
    {
        foreach (var direction in new[] { "ASC", "DESC" })
        {
            var known = await AllAsync(GlobalId("Organization", Id(organization)), direction, Everyone);

            Assert.Equal(expected, known.Count);
            Assert.Equal(known, await PagedAsync(OfOrganization, Id(organization), direction, Everyone));
            Assert.Equal(known, await PagedAsync(Within, Id(organization), direction, Everyone));
        }
    }

    [Fact]
    public async Task A_reach_bounds_what_a_wide_organization_shows()
    {
        var access = new TestAccess().Below(PeoplePermissions.Read, world.PathOf(One), world.PathOf(Three));

        var known = await AllAsync(GlobalId("Organization", Province), "ASC", access);

        Assert.Equal(9, known.Count);
        Assert.Equal(known, await PagedAsync(OfOrganization, Province, "ASC", access));
        Assert.Equal(known, await PagedAsync(Within, Province, "ASC", access));
    }

    [Fact]
    public async Task Wide_and_narrow_organizations_of_one_level_show_each_their_own()
    {
        var (json, reads) = await world.AskAsync("{ organizations { nodes { id people(first: 2, includeSubtree: true) { nodes { fullName } } } } }");

        Assert.Equal((2, 2), (reads.Batches, reads.Statements.Count));
        foreach (var node in JsonNode.Parse(json)!["data"]!["organizations"]!["nodes"]!.AsArray())
        {
            var shown = node!["people"]!["nodes"]!.AsArray().Select(person => (string)person!["fullName"]!);
            Assert.Equal((await AllAsync((string)node["id"]!, "ASC", Everyone)).Take(2), shown);
        }
    }

    private async Task<List<string>> PagedAsync(string document, Guid organization, string direction, ICurrentAccess access)
    {
        var names = new List<string>();
        for (string? after = null; ;)
        {
            var variables = new JsonObject { ["of"] = GlobalId("Organization", organization), ["after"] = after, ["by"] = direction };
            var data = JsonNode.Parse((await world.AskAsync(document, access, variables.ToJsonString())).Json)!["data"]!;
            var people = (data["people"] ?? data["organization"]!["people"])!;
            names.AddRange(people["nodes"]!.AsArray().Select(person => (string)person!["fullName"]!));
            if (!(bool)people["pageInfo"]!["hasNextPage"]!)
            {
                Assert.Equal((int)people["totalCount"]!, names.Count);
                return names;
            }

            after = (string)people["pageInfo"]!["endCursor"]!;
        }
    }

    private async Task<List<string>> AllAsync(string organization, string direction, ICurrentAccess access)
    {
        var variables = new JsonObject { ["of"] = organization, ["by"] = direction };
        var people = JsonNode.Parse((await world.AskAsync(Alternative, access, variables.ToJsonString())).Json)!["data"]!["people"]!;
        return [.. people["nodes"]!.AsArray().Select(person => (string)person!["fullName"]!)];
    }
}
