using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.GraphQL.Tests.Fixtures.People;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.Reads;

/// <summary>Whatever the order and the size of the pages: walking a list from either end meets every row exactly once, in order.</summary>
public sealed class PagingTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    public static TheoryData<string, int> OrdersAndSizes()
    {
        string[] orders =
        [
            "[]", "[{ field: NAME }]", "[{ field: NAME, direction: DESC }]", "[{ field: JOINED_ON }]", "[{ field: JOINED_ON, direction: DESC }]",
            "[{ field: LEFT_ON }]", "[{ field: LEFT_ON, direction: DESC }]", "[{ field: JOINED_ON, direction: DESC }, { field: NAME }]",
            "[{ field: LEFT_ON, direction: DESC }, { field: JOINED_ON }, { field: NAME, direction: DESC }]",
            "[{ field: CITIZEN_ID }, { field: LEFT_ON, direction: DESC }]",
        ];
        var data = new TheoryData<string, int>();
        foreach (var order in orders)
        {
            foreach (var size in new[] { 1, 2, 5 })
                data.Add(order, size);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(OrdersAndSizes))]
    public async Task Every_row_is_met_once_forward_and_backward(string order, int size)
    {
        var (all, _) = await world.AskAsync($$"""{ people(first: 200, orderBy: {{order}}) { nodes { id } } }""");
        var expected = Answers.All(all, "id");

        Assert.Equal(expected, await WalkAsync("first", "after", "hasNextPage", "endCursor", order, size));
        Assert.Equal(expected, (await WalkAsync("last", "before", "hasPreviousPage", "startCursor", order, size)));
        Assert.Equal(12, expected.Distinct().Count());
    }

    [Fact]
    public async Task Nested_pages_go_on_where_they_ended()
    {
        var (json, _) = await world.AskAsync(
            $$"""{ organization(id: "{{GlobalId("Organization", One)}}") { people(first: 3) { edges { cursor node { fullName } } } } }""");
        var (next, _) = await world.AskAsync(
            $$"""{ organization(id: "{{GlobalId("Organization", One)}}") { people(first: 3, after: "{{Answers.All(json, "cursor")[^1]}}") { nodes { fullName } pageInfo { hasPreviousPage } } } }""");

        Assert.Equal(["Hoàng Văn Đạt", "Lê Đức Cường", "Nguyễn Văn Ánh"], Answers.All(json, "fullName"));
        Assert.Equal(["Phạm Thị Dung", "Trần Thị Bình", "Vũ Văn Hải"], Answers.All(next, "fullName"));
        Assert.Equal(["true"], Answers.All(next, "hasPreviousPage"));
    }

    [Fact]
    public async Task Rows_that_come_while_paging_neither_repeat_nor_hide_others()
    {
        await using var own = new PeopleWorld();
        await own.InitializeAsync();
        const string Order = "[{ field: NAME }]";
        var (first, _) = await own.AskAsync($$"""{ people(first: 4, orderBy: {{Order}}) { nodes { fullName } pageInfo { endCursor } } }""");
        foreach (var name in new[] { "Aaa", "Zzz" })
            await own.AddAsync(new Person { FullName = name, OrganizationId = One, CreatedAt = TimeProvider.System.GetUtcNow() });

        var (rest, _) = await own.AskAsync(
            $$"""{ people(first: 50, orderBy: {{Order}}, after: "{{Answers.All(first, "endCursor")[0]}}") { nodes { fullName } } }""");

        Assert.Equal(4, Answers.All(first, "fullName").Count);
        Assert.Equal(9, Answers.All(rest, "fullName").Count);
        Assert.DoesNotContain("Aaa", Answers.All(rest, "fullName"));
        Assert.Contains("Zzz", Answers.All(rest, "fullName"));
        Assert.Empty(Answers.All(first, "fullName").Intersect(Answers.All(rest, "fullName")));
    }

    private async Task<IReadOnlyList<string>> WalkAsync(string size, string from, string more, string cursor, string order, int pageSize)
    {
        var met = new List<string>();
        string? place = null;
        for (var goesOn = true; goesOn;)
        {
            var behind = place is null ? "" : $", {from}: \"{place}\"";
            var (json, reads) = await world.AskAsync(
                $$"""{ people({{size}}: {{pageSize}}, orderBy: {{order}}{{behind}}) { edges { node { id } } pageInfo { {{more}} {{cursor}} } } }""");
            Assert.Equal(1, reads.Batches);
            met.InsertRange(from == "after" ? met.Count : 0, Answers.All(json, "id"));
            goesOn = Answers.All(json, more)[0] == "true";
            place = Answers.All(json, cursor)[0];
            Assert.True(met.Count <= 12, "Paging goes round in a circle.");
        }

        return met;
    }
}
