using System.Text.Json.Nodes;
using Xunit;

namespace Modular.Members.Tests.Lists;

/// <summary>
/// Relay's promises for pages, over HTTP: members at random, many of one name or birthday, are walked from either end in random orders and page sizes while others
/// are registered. Whoever was there at the start is met exactly once, in order.
/// </summary>
public sealed class RelayPagingTests(Register register) : IClassFixture<Register>
{
    private const int Seed = 20261122;

    private static readonly string[] Orders =
    [
        "[]", "[{field: NAME}]", "[{field: NAME, direction: DESC}]", "[{field: BIRTH_DATE}]", "[{field: BIRTH_DATE, direction: DESC}, {field: NAME}]",
        "[{field: CARD_NUMBER, direction: DESC}]", "[{field: ADMISSION_DATE}, {field: NAME, direction: DESC}]",
    ];

    // The tests share the province, and nobody has another's numbers.
    private static int people = 500;

    private readonly Random random = new(Seed);

    [Fact]
    public async Task Whoever_is_there_from_the_start_is_met_once_in_order_while_others_come()
    {
        for (var i = 0; i < 60; i++)
            await RegisterAsync();

        foreach (var order in Orders)
        {
            await WalkAsync(order, backward: false);
            await WalkAsync(order, backward: true);
        }
    }

    [Fact]
    public async Task The_edges_of_pages_are_told_as_they_are()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
            ids.Add(await register.AddMemberAsync(register.SecondCell, $"Rìa Trang {(char)('A' + i)}", people++));

        var all = await AskAsync("first: 5");
        var cursors = all["edges"]!.AsArray().Select(edge => (string)edge!["cursor"]!).ToArray();

        Assert.Equal(ids, Ids(all));
        Assert.Equal("5 of 5, 0..4, previous False, next False", Describe(all, cursors));
        Assert.Equal("0 of 5, .., previous False, next True", Describe(await AskAsync("first: 0"), cursors));
        Assert.Equal("5 of 5, 0..4, previous False, next False", Describe(await AskAsync("first: 6"), cursors));
        Assert.Equal("2 of 5, 0..1, previous False, next True", Describe(await AskAsync("first: 2"), cursors));
        Assert.Equal("2 of 5, 3..4, previous True, next False", Describe(await AskAsync("last: 2"), cursors));
        Assert.Equal("2 of 5, 2..3, previous True, next True", Describe(await AskAsync($"first: 2, after: \"{cursors[1]}\""), cursors));
        Assert.Equal("2 of 5, 3..4, previous True, next False", Describe(await AskAsync($"first: 2, after: \"{cursors[2]}\""), cursors));
        Assert.Equal("0 of 5, .., previous True, next False", Describe(await AskAsync($"first: 2, after: \"{cursors[4]}\""), cursors));
        Assert.Equal("2 of 5, 1..2, previous True, next True", Describe(await AskAsync($"last: 2, before: \"{cursors[3]}\""), cursors));
        Assert.Equal("1 of 5, 0..0, previous False, next True", Describe(await AskAsync($"last: 2, before: \"{cursors[1]}\""), cursors));
        Assert.Equal("0 of 5, .., previous False, next True", Describe(await AskAsync($"last: 2, before: \"{cursors[0]}\""), cursors));
    }

    [Theory]
    [InlineData("first: -1")]
    [InlineData("last: -1")]
    [InlineData("first: 201")]
    [InlineData("first: 1, last: 1")]
    [InlineData("first: 1, after: \"no cursor\"")]
    [InlineData("first: 1, after: \"\"")]
    public async Task Pages_that_cannot_be_are_refused(string page)
    {
        var answer = await register.Officer.ExecuteAsync($"{{ members({page}) {{ totalCount nodes {{ id }} }} }}");

        Assert.Equal(["BAD_USER_INPUT"], answer.ErrorCodes);
    }

    private async Task WalkAsync(string order, bool backward)
    {
        var (size, from, more, less, near) = backward
            ? ("last", "before", "hasPreviousPage", "hasNextPage", "startCursor")
            : ("first", "after", "hasNextPage", "hasPreviousPage", "endCursor");
        var there = Ids((await PageAsync($"first: 200, orderBy: {order}"))["members"]!);
        var met = new List<string>();
        string? cursor = null;
        for (var goesOn = true; goesOn;)
        {
            var count = random.Next(1, 12);
            var data = await PageAsync($"{size}: {count}, orderBy: {order}{(cursor is null ? "" : $", {from}: \"{cursor}\"")}");
            var page = data["members"]!;
            var ids = Ids(page);

            Assert.InRange(ids.Count, 0, count);
            Assert.Equal((int)data["all"]!["totalCount"]!, (int)page["totalCount"]!);
            Assert.Equal(ids, page["nodes"]!.AsArray().Select(node => (string)node!["id"]!));
            Assert.Equal((Cursor(page, 0), Cursor(page, ids.Count - 1)), ((string?)page["pageInfo"]!["startCursor"], (string?)page["pageInfo"]!["endCursor"]));
            Assert.Equal(cursor is not null, (bool)page["pageInfo"]![less]!);
            goesOn = (bool)page["pageInfo"]![more]!;
            Assert.True(!goesOn || ids.Count == count, "A page that is not full is the last one.");

            met.InsertRange(backward ? 0 : met.Count, ids);
            cursor = (string?)page["pageInfo"]![near] ?? cursor;
            if (random.Next(3) == 0)
                await RegisterAsync();
        }

        Assert.Equal(met.Count, met.Distinct().Count());
        Assert.Equal(there, met.Where(there.Contains));
    }

    private async Task<JsonObject> PageAsync(string arguments) => (await register.Officer.ExecuteAsync(
        $$"""
        { members({{arguments}}) { totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
          all: members(first: 0) { totalCount } }
        """)).Data;

    private async Task<JsonNode> AskAsync(string page) => (await PageAsync($"{page}, search: \"rìa trang\", orderBy: [{{field: NAME}}]"))["members"]!;

    // Few names and birthdays, so that most rows have others that are equal to them.
    private async Task RegisterAsync()
    {
        string[] names = ["Nguyễn Văn An", "Nguyễn Văn Ân", "Trần Thị Đào", "Đỗ Thị Bình", "Lê Ánh"];
        var number = people++;
        var input = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Register.Input(register.FirstCell, names[random.Next(names.Length)], number)))!;
        input["person"]!["birthDate"] = new DateOnly(1980, 1, 1).AddDays(random.Next(3)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (random.Next(2) == 0)
            input.AsObject().Remove("card");
        var answer = await register.Officer.ExecuteAsync(Register.RegisterMember, new { input });
        Assert.Equal("[]", answer.Data["registerMember"]!["errors"]!.ToJsonString());
    }

    private static List<string> Ids(JsonNode connection) => [.. connection["edges"]!.AsArray().Select(edge => (string)edge!["node"]!["id"]!)];

    private static string? Cursor(JsonNode connection, int index) =>
        connection["edges"]!.AsArray() is { Count: > 0 } edges ? (string?)edges[index]!["cursor"] : null;

    private static string Describe(JsonNode connection, string[] cursors)
    {
        var info = connection["pageInfo"]!;
        return $"{connection["edges"]!.AsArray().Count} of {connection["totalCount"]}, {Place(info["startCursor"])}..{Place(info["endCursor"])}, "
            + $"previous {(bool)info["hasPreviousPage"]!}, next {(bool)info["hasNextPage"]!}";

        string Place(JsonNode? cursor) => cursor is null ? "" : $"{Array.IndexOf(cursors, (string?)cursor)}";
    }
}
