using System.Text.Json.Nodes;
using Modular.Members.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Duplicates;

/// <summary>Pairs of persons who may be one, over HTTP.</summary>
public sealed class DuplicateCandidateTests(Register register) : IClassFixture<Register>
{
    private const string Pairs =
        """
        query Pairs($after: String, $first: Int!, $decided: Boolean!) {
          duplicateCandidates(first: $first, after: $after, decided: $decided) {
            candidates { first { id fullName } second { id } ground differentBecause decidedBy } end hasMore } }
        """;

    private const string Tell =
        """
        mutation Tell($input: TellPersonsApartInput!) { tellPersonsApart(input: $input) { count errors { __typename ... on Problem { field } } } }
        """;

    private const string Reopen =
        """
        mutation Reopen($input: ReopenDuplicatesInput!) { reopenDuplicates(input: $input) { count errors { __typename ... on Problem { field } } } }
        """;

    [Fact]
    public async Task Pairs_are_paged_told_apart_and_reopened()
    {
        var (first, second) = (await AddAsync(register.FirstCell, 201), await AddAsync(register.WestCell, 202));
        var third = await AddAsync(register.SecondCell, 203);
        using var east = await register.SignInAsync(
            "east.duplicates", TestGrant.Below(GlobalIds.KeyOf(register.EastCommune), MembersPermissions.Read, MembersPermissions.ResolveDuplicates));

        var page = await ReadAsync(register.Officer, 2);
        var rest = await ReadAsync(register.Officer, 5, (string)page["end"]!);
        var ofEast = await ReadAsync(east, 5);
        Assert.Equal([(first, second), (first, third)], PairsOf(page));
        Assert.Equal([(second, third)], PairsOf(rest));
        Assert.Equal((true, false), ((bool)page["hasMore"]!, (bool)rest["hasMore"]!));
        Assert.Equal([(first, third)], PairsOf(ofEast));

        var pair = new[] { new { firstId = third, secondId = first } };
        var refused = await register.Officer.ExecuteAsync(Tell, new { input = new { pairs = new[] { new { firstId = first, secondId = first } }, reason = "x" } });
        var outOfReach = await east.ExecuteAsync(Tell, new { input = new { pairs = new[] { new { firstId = first, secondId = second } }, reason = "x" } });
        var told = await east.ExecuteAsync(Tell, new { input = new { pairs = pair, reason = "Khác cha mẹ" } });
        var again = await east.ExecuteAsync(Tell, new { input = new { pairs = pair, reason = "Khác cha mẹ" } });
        refused.HasData("""{ "tellPersonsApart": { "count": null, "errors": [{ "__typename": "PersonsMustBeTwo", "field": "input.pairs.0.secondId" }] } }""");
        outOfReach.HasData("""{ "tellPersonsApart": { "count": null, "errors": [{ "__typename": "NotFound", "field": "input.pairs.0.secondId" }] } }""");
        told.HasData("""{ "tellPersonsApart": { "count": 1, "errors": [] } }""");
        again.HasData("""{ "tellPersonsApart": { "count": 0, "errors": [] } }""");

        var open = await ReadAsync(east, 5);
        Assert.Equal([], PairsOf(open));
        var decided = await ReadAsync(east, 5, decided: true);
        Assert.Equal(
            """[{"ground":"BIRTH_DATE","differentBecause":"Khác cha mẹ","decidedBy":"east.duplicates"}]""",
            Without(decided["candidates"]!.AsArray()).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

        var reopened = await east.ExecuteAsync(Reopen, new { input = new { pairs = pair, reason = "Nhầm" } });
        reopened.HasData("""{ "reopenDuplicates": { "count": 1, "errors": [] } }""");
        open = await ReadAsync(east, 5);
        Assert.Equal([(first, third)], PairsOf(open));
    }

    private async Task<string> AddAsync(string cell, int number)
    {
        var answer = await register.Officer.ExecuteAsync(Register.RegisterMember, new
        {
            input = new
            {
                organizationId = cell,
                since = "2016-01-05",
                status = "OFFICIAL",
                person = new { fullName = "Tạ Thị Song Sinh", sex = "FEMALE", birthDate = "1986-07-21", ethnicGroup = "KINH" },
                membership = new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
                card = new { number = $"36{number:000000}" },
                confirmNotDuplicate = "Theo hồ sơ gốc",
            },
        });
        var id = (string)answer.Data["registerMember"]!["member"]!["id"]!;
        await register.Database.ExecuteAsync(TestKit.Databases.TestProvinces.NamDinh, "delete from members.different_persons where second_member_id = $1", GlobalIds.KeyOf(id));
        return id;
    }

    private static async Task<JsonNode> ReadAsync(TestClient client, int first, string? after = null, bool decided = false) =>
        (await client.ExecuteAsync(Pairs, new { first, after, decided })).Data["duplicateCandidates"]!;

    private static (string, string)[] PairsOf(JsonNode page) =>
        [.. page["candidates"]!.AsArray().Select(pair => ((string)pair!["first"]!["id"]!, (string)pair["second"]!["id"]!))];

    private static JsonArray Without(JsonArray candidates) => [.. candidates.Select(pair => new JsonObject
    {
        ["ground"] = pair!["ground"]!.DeepClone(),
        ["differentBecause"] = pair["differentBecause"]!.DeepClone(),
        ["decidedBy"] = pair["decidedBy"]!.DeepClone(),
    })];
}
