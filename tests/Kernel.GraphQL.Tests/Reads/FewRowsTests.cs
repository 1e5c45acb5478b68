using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.GraphQL.Tests.Fixtures.People;
using Modular.TestKit.Databases;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.Reads;

/// <summary>A filter that few rows of a province fit is asked for in one way, and one that many fit in another: both show the same, wherever it is asked and whoever asks.</summary>
public sealed class FewRowsTests(PeopleWorld world) : IClassFixture<PeopleWorld>, IAsyncLifetime
{
    private const string Of = "query ($of: ID!, $above: Int!, $after: String) { organization(id: $of) { people(first: 2, after: $after, includeSubtree: true, where: { pointsAbove: $above }) { totalCount nodes { fullName } pageInfo { hasNextPage endCursor } } } }";
    private const string Within = "query ($of: ID!, $above: Int!, $after: String) { people(first: 2, after: $after, where: { pointsAbove: $above, within: { id: $of } }) { totalCount nodes { fullName } pageInfo { hasNextPage endCursor } } }";
    private const string Anywhere = "query ($above: Int!, $after: String) { people(first: 2, after: $after, where: { and: [{ pointsAbove: $above }] }) { totalCount nodes { fullName } pageInfo { hasNextPage endCursor } } }";

    // Of an alternative nobody can say that only the few are kept.
    private const string Alternative = "query ($of: ID!, $above: Int!) { people(first: 100, where: { or: [{ pointsAbove: $above, within: { id: $of } }] }) { nodes { fullName } } }";

    public ValueTask InitializeAsync() => world.WidenBetaAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1000, 0, 0, 0)]
    [InlineData(105, 2, 2, 0)]
    [InlineData(95, 3, 2, 1)]
    [InlineData(85, 4, 2, 2)]
    [InlineData(0, 12, 2, 10)]
    public async Task Pages_hold_whoever_fits_in_a_wide_and_in_a_narrow_organization_and_anywhere(int above, int everywhere, int ofWide, int ofNarrow)
    {
        foreach (var (organization, expected) in new[] { (Province, everywhere), (Beta, ofWide), (Alpha, ofNarrow) })
        {
            var known = await AllAsync(organization, above, Everyone);

            Assert.Equal(expected, known.Count);
            Assert.Equal(known, await PagedAsync(Of, organization, above, Everyone));
            Assert.Equal(known, await PagedAsync(Within, organization, above, Everyone));
        }

        Assert.Equal(await AllAsync(Province, above, Everyone), await PagedAsync(Anywhere, Province, above, Everyone));
    }

    [Theory]
    [InlineData(95)]
    [InlineData(0)]
    public async Task A_reach_bounds_what_is_shown_whether_it_is_broad_or_narrow(int above)
    {
        foreach (var isBroad in new[] { true, false })
        {
            var access = new TestAccess().With(PeoplePermissions.Read, new PermissionScope { Subtrees = [PathRange.Below(world.PathOf(Two)), PathRange.Below(world.PathOf(Three))], IsBroad = isBroad });

            var known = await AllAsync(Province, above, access);

            Assert.Equal(above == 95 ? 3 : 5, known.Count);
            foreach (var document in new[] { Of, Within, Anywhere })
                Assert.Equal(known, await PagedAsync(document, Province, above, access));
        }
    }

    [Fact]
    public async Task Whoever_reaches_little_is_not_kept_waiting_for_who_fits_in_the_whole_province()
    {
        Assert.Contains("with few as", await StatementAsync(Everyone), StringComparison.Ordinal);
        Assert.Contains("with few as", await StatementAsync(new TestAccess().With(PeoplePermissions.Read, new PermissionScope { Subtrees = [PathRange.Below(world.PathOf(Beta))], IsBroad = true })), StringComparison.Ordinal);
        Assert.DoesNotContain("few", await StatementAsync(new TestAccess().Below(PeoplePermissions.Read, world.PathOf(One))), StringComparison.Ordinal);
        Assert.DoesNotContain("few", await StatementAsync(new TestAccess().At(PeoplePermissions.Read, One)), StringComparison.Ordinal);
    }

    private async Task<string> StatementAsync(ICurrentAccess access) =>
        Assert.Single((await world.AskAsync("{ people(first: 2, where: { pointsAbove: 95 }) { nodes { fullName } } }", access)).Reads.Statements);

    private async Task<List<string>> PagedAsync(string document, Guid organization, int above, ICurrentAccess access)
    {
        var names = new List<string>();
        for (string? after = null; ;)
        {
            var data = await AskAsync(document, organization, above, after, access);
            var people = (data["people"] ?? data["organization"]!["people"])!;
            names.AddRange(NamesOf(people));
            if (!(bool)people["pageInfo"]!["hasNextPage"]!)
            {
                Assert.Equal((int)people["totalCount"]!, names.Count);
                return names;
            }

            after = (string)people["pageInfo"]!["endCursor"]!;
        }
    }

    private async Task<List<string>> AllAsync(Guid organization, int above, ICurrentAccess access) =>
        [.. NamesOf((await AskAsync(Alternative, organization, above, after: null, access))["people"]!)];

    private async Task<JsonNode> AskAsync(string document, Guid organization, int above, string? after, ICurrentAccess access)
    {
        var variables = new JsonObject { ["of"] = GlobalId("Organization", organization), ["above"] = above, ["after"] = after };
        return JsonNode.Parse((await world.AskAsync(document, access, variables.ToJsonString())).Json)!["data"]!;
    }

    private static IEnumerable<string> NamesOf(JsonNode people) => people["nodes"]!.AsArray().Select(person => (string)person!["fullName"]!);
}
