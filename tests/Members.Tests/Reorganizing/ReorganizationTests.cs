using System.Text.Json.Nodes;
using Modular.Organizations.Contracts;
using Xunit;

namespace Modular.Members.Tests.Reorganizing;

/// <summary>Members follow their organizations, by the list attached to the decision (ORG-22), and yesterday's figures stay.</summary>
public sealed class ReorganizationTests(Register register) : IClassFixture<Register>
{
    private const string Day = "2026-09-01";
    private const string Yesterday = "2026-08-31";
    private static int numbers = 1500;

    [Fact]
    public async Task A_merged_cell_gives_all_its_members_and_yesterday_stays_what_it_was()
    {
        var (first, _) = await CellAsync(4);
        var (second, _) = await CellAsync(3);

        Assert.Empty(await register.ReorganizeAsync(Day, new { kind = "MERGE", organizationId = first, targetId = second }));

        Assert.Equal(
            (4, 3, 0, 7),
            (await register.CountAsync(first, Yesterday), await register.CountAsync(second, Yesterday), await register.CountAsync(first, Day), await register.CountAsync(second, Day)));
    }

    [Fact]
    public async Task A_transfer_that_is_under_way_goes_on_from_the_successor_of_its_origin_and_to_that_of_its_destination()
    {
        var (origin, members) = await CellAsync(4);
        var (originHeir, _) = await CellAsync(3);
        var (destination, _) = await CellAsync(3);
        var (destinationHeir, _) = await CellAsync(3);
        var going = await RequestAsync(members[0], destination);
        var arriving = await RequestAsync(members[1], originHeir);

        Assert.Empty(await register.ReorganizeAsync(
            Day,
            new { kind = "MERGE", organizationId = origin, targetId = originHeir },
            new { kind = "MERGE", organizationId = destination, targetId = destinationHeir }));
        await register.Host.DispatchEventsAsync();
        var answer = await register.Officer.ExecuteAsync(
            "query ($a: ID!, $b: ID!) { going: transfer(id: $a) { state version origin { id } destination { id } boxes { organization { id } } } arriving: transfer(id: $b) { state closingReason } }",
            new { a = going, b = arriving });
        var (route, lapsed) = (answer.Data["going"]!, answer.Data["arriving"]!);
        var paper = (await ActAsync("signTransfers", new { transfers = new[] { new { id = going, expectedVersion = (int)route["version"]! } }, on = Day, allInReach = true }))["transfers"]![0]!;
        var accepted = await ActAsync("acceptTransfers", new { transfers = new[] { new { id = going, expectedVersion = (int)paper["version"]! } }, on = "2026-09-07" });

        Assert.Equal(
            $"REQUESTED {originHeir} {destinationHeir} {destinationHeir}; LAPSED 1533-QĐ/TU; ACCEPTED {destinationHeir}",
            $"{route["state"]} {route["origin"]!["id"]} {route["destination"]!["id"]} {route["boxes"]!.AsArray()[^1]!["organization"]!["id"]}; {lapsed["state"]} {lapsed["closingReason"]}; "
            + $"{accepted["transfers"]![0]!["state"]} {accepted["transfers"]![0]!["cell"]!["id"]}");
    }

    [Fact]
    public async Task The_history_of_a_member_tells_both_cells_and_the_decision()
    {
        var (first, members) = await CellAsync(3);
        var (second, _) = await CellAsync(3);
        Assert.Empty(await register.ReorganizeAsync(Day, new { kind = "MERGE", organizationId = first, targetId = second }));

        var answer = await register.Officer.ExecuteAsync(
            """
            query ($id: ID!, $first: ID!) {
              member(id: $id) { organization { id } assignments { organization { id } validFrom validTo decisionNumber } }
              organization(id: $first) { state successors { successor { id } type decision { number } } }
            }
            """,
            new { id = members[0], first });

        answer.HasData(
            $$"""
            { "member": { "organization": { "id": "{{second}}" }, "assignments": [
                { "organization": { "id": "{{second}}" }, "validFrom": "2026-09-01", "validTo": null, "decisionNumber": "1533-QĐ/TU" },
                { "organization": { "id": "{{first}}" }, "validFrom": "2016-01-05", "validTo": "2026-08-31", "decisionNumber": null }] },
              "organization": { "state": "MERGED", "successors": [{ "successor": { "id": "{{second}}" }, "type": "MERGE", "decision": { "number": "1533-QĐ/TU" } }] } }
            """);
    }

    [Fact]
    public async Task A_cell_is_split_by_lists()
    {
        var (whole, members) = await CellAsync(7);

        Assert.Empty(await register.ReorganizeAsync(
            Day,
            Found("a", whole),
            Found("b", whole),
            new { kind = "MOVE_MEMBERS", organizationId = whole, targetKey = "a", memberIds = members[..3] },
            new { kind = "MOVE_MEMBERS", organizationId = whole, targetKey = "b" },
            new { kind = "SPLIT", organizationId = whole }));

        var answer = await register.Officer.ExecuteAsync(
            "query ($id: ID!) { organization(id: $id) { state successors { successor { memberCount(asOf: \"2026-09-01\") } } } }", new { id = whole });
        answer.HasData("""{ "organization": { "state": "SPLIT", "successors": [{ "successor": { "memberCount": 3 } }, { "successor": { "memberCount": 4 } }] } }""");
    }

    [Fact]
    public async Task A_split_that_forgets_somebody_is_refused_and_nothing_has_changed()
    {
        var (whole, members) = await CellAsync(7);

        Assert.Equal<string>(
            ["steps[4].organizationId ORG-21 ORGANIZATION_IS_NOT_EMPTY"],
            await register.ReorganizeAsync(
                Day,
                Found("a", whole),
                Found("b", whole),
                new { kind = "MOVE_MEMBERS", organizationId = whole, targetKey = "a", memberIds = members[..3] },
                new { kind = "MOVE_MEMBERS", organizationId = whole, targetKey = "b", memberIds = members[3..6] },
                new { kind = "SPLIT", organizationId = whole }));
        Assert.Equal(7, await register.CountAsync(whole, Day));
    }

    [Fact]
    public async Task A_cell_below_three_official_members_is_neither_founded_nor_left()
    {
        var (whole, members) = await CellAsync(4);

        Assert.Equal<string>(
            ["steps[0].organizationId ORG-01 CELL_WOULD_HAVE_TOO_FEW_MEMBERS", "steps[1].organizationId ORG-01 CELL_WOULD_HAVE_TOO_FEW_MEMBERS"],
            await register.ReorganizeAsync(
                Day, Found("a", whole), new { kind = "MOVE_MEMBERS", organizationId = whole, targetKey = "a", memberIds = members[..2] }));
    }

    [Fact]
    public async Task A_list_names_only_members_of_the_cell_that_gives_and_each_of_them_once()
    {
        var (first, ofFirst) = await CellAsync(3);
        var (second, ofSecond) = await CellAsync(3);

        Assert.Equal<string>(
            ["steps[0].memberIds ORG-22 LIST_NAMES_OTHERS"],
            await register.ReorganizeAsync(Day, new { kind = "MOVE_MEMBERS", organizationId = first, targetId = second, memberIds = new[] { ofFirst[0], ofSecond[0] } }));
    }

    [Fact]
    public async Task A_grassroots_cell_below_thirty_members_becomes_a_committee_only_with_consent()
    {
        var cell = await register.FoundAsync(register.District, OrganizationKinds.GrassrootsCell, $"Chi bộ cơ sở {Next()}", $"T.{Next()}");
        var members = await FillAsync(cell, 6);
        object[] steps =
        [
            new { kind = "CHANGE_KIND", organizationId = cell, kindCode = "GRASSROOTS_COMMITTEE" },
            new { kind = "FOUND", key = "a", parentId = cell, kindCode = "CELL", name = "Chi bộ A", code = $"T.{Next()}" },
            new { kind = "MOVE_MEMBERS", organizationId = cell, targetKey = "a", memberIds = members[..3] },
        ];
        object consented = new
        {
            kind = "CHANGE_KIND",
            organizationId = cell,
            kindCode = "GRASSROOTS_COMMITTEE",
            consent = new { number = "3-CV/HU", decidedOn = "2026-08-01", authority = "Huyện ủy" },
        };

        Assert.Equal<string>(
            ["steps[0].kindCode ORG-04 KIND_DOES_NOT_FIT_SIZE", "steps[0].organizationId ORG-21 ORGANIZATION_IS_NOT_EMPTY"],
            await register.ReorganizeAsync(Day, steps));
        Assert.Empty(await register.ReorganizeAsync(
            Day,
            [
                consented,
                .. steps[1..],
                new { kind = "FOUND", key = "b", parentId = cell, kindCode = "CELL", name = "Chi bộ B", code = $"T.{Next()}" },
                new { kind = "MOVE_MEMBERS", organizationId = cell, targetKey = "b" },
            ]));
        Assert.Equal(6, await register.CountAsync(cell, Day));
    }

    private object Found(string key, string splitFrom) => new
    {
        kind = "FOUND",
        key,
        parentId = register.EastCommune,
        targetId = splitFrom,
        kindCode = "CELL",
        name = $"Chi bộ mới {Next()}",
        code = $"T.{Next()}",
    };

    private async Task<string> RequestAsync(string member, string destination)
    {
        var payload = await ActAsync("requestTransfers", new
        {
            members = new[] { new { memberId = member, expectedVersion = 1 } },
            kind = "INTERNAL",
            cause = "RESIDENCE",
            changedOn = "2026-08-10",
            on = "2026-08-10",
            destinationId = destination,
        });
        return (string)payload["transfers"]![0]!["id"]!;
    }

    private async Task<JsonNode> ActAsync(string mutation, object input)
    {
        var answer = await register.Officer.ExecuteAsync(
            $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ transfers {{ id version state cell {{ id }} }} errors {{ ... on Problem {{ code field }} }} }} }}",
            new { input });
        var payload = answer.Data[mutation]!;
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return payload;
    }

    private async Task<(string Id, string[] Members)> CellAsync(int members)
    {
        var cell = await register.FoundAsync(register.EastCommune, OrganizationKinds.Cell, $"Chi bộ thử {Next()}", $"T.{Next()}");
        return (cell, await FillAsync(cell, members));
    }

    private async Task<string[]> FillAsync(string cell, int members)
    {
        var ids = new string[members];
        for (var index = 0; index < members; index++)
        {
            var number = Next();
            // Nobody resembles anybody else.
            ids[index] = await register.AddMemberAsync(cell, $"Nguyễn Văn {(char)('A' + (number / 26 % 26))}{(char)('a' + (number % 26))}", number);
        }

        return ids;
    }

    private static int Next() => Interlocked.Increment(ref numbers);
}
