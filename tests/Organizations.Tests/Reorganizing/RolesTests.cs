using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.Organizations.Tests.OverHttp;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Organizations.Tests.Reorganizing;

/// <summary>Schemes are the organization board's work: nobody else writes, reads or tries one out; the minutes that follow are signed by both sides.</summary>
public sealed class RolesTests(HttpProvince province) : IClassFixture<HttpProvince>
{
    private const string Day = "2026-09-01";

    private const string Draft =
        "mutation ($input: DraftReorganizationInput!) { draftReorganization(input: $input) { reorganization { state } errors { __typename } } }";

    [Theory]
    [InlineData(DefaultRoles.Member)]
    [InlineData(DefaultRoles.CellSecretary)]
    [InlineData(DefaultRoles.GrassrootsOfficer)]
    [InlineData(DefaultRoles.Auditor)]
    [InlineData(DefaultRoles.ProvinceAdministrator)]
    [InlineData(DefaultRoles.SystemOperator)]
    public async Task Only_the_organization_board_works_on_schemes(string role)
    {
        var drafted = await province.Of(role).ExecuteAsync(Draft, new { input = Scheme() });
        var planned = await province.Of(role).ExecuteAsync(
            "query ($id: ID!) { reorganizationPlan(id: $id) { isPossible } }", new { id = Province.GlobalId("Reorganization", Guid.Empty) });

        Assert.Equal(["FORBIDDEN"], drafted.ErrorCodes);
        Assert.Equal(["FORBIDDEN"], planned.ErrorCodes);
    }

    [Fact]
    public async Task The_organization_board_drafts_one() => (await province.Board.ExecuteAsync(Draft, new { input = Scheme() }))
        .HasData("""{ "draftReorganization": { "reorganization": { "state": "DRAFT" }, "errors": [] } }""");

    [Fact]
    public async Task Each_side_signs_the_minutes_for_itself_and_sees_them_from_its_side()
    {
        var cell = await province.FoundAsync("CELL", province.East, "Chi bộ thôn giao", "36.1.71");
        var minutes = await HandOverAsync(cell);
        using var receiver = await province.Host.SignInAsync(await province.Host.AddUserAsync(
            "hand-over.receiver", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, HttpProvince.Key(province.West))));
        var giver = province.Of(DefaultRoles.GrassrootsOfficer);

        var forOther = await SignAsync(giver, minutes, 1, "RECEIVING");
        var given = await SignAsync(giver, minutes, 1, "GIVING");
        var outside = await SignAsync(province.Of(DefaultRoles.CellSecretary), minutes, 2, "RECEIVING");
        var reader = await SignAsync(province.Of(DefaultRoles.Auditor), minutes, 2, "RECEIVING");
        var received = await SignAsync(receiver, minutes, 2, "RECEIVING");

        forOther.HasData("""{ "signHandOver": { "handOver": null, "errors": [{ "__typename": "OrganizationIsOutOfYourReach", "field": "input.side" }] } }""");
        given.HasData("""{ "signHandOver": { "handOver": { "givenBy": "Trần Thị Giao", "receivedBy": null }, "errors": [] } }""");
        outside.HasData("""{ "signHandOver": { "handOver": null, "errors": [{ "__typename": "NotFound", "field": "input.id" }] } }""");
        Assert.Equal(["FORBIDDEN"], reader.ErrorCodes);
        received.HasData("""{ "signHandOver": { "handOver": { "givenBy": "Trần Thị Giao", "receivedBy": "Trần Thị Giao" }, "errors": [] } }""");
        await SeesAsync(giver, """[{ "organizationCount": 1 }]""", """[{ "organizationCount": 1 }]""");
        await SeesAsync(receiver, """[{ "organizationCount": 1 }]""", """[{ "organizationCount": 1 }]""");
        await SeesAsync(province.Of(DefaultRoles.Auditor), """[{ "organizationCount": 1 }]""", """[{ "organizationCount": 1 }]""");
        await SeesAsync(province.Of(DefaultRoles.CellSecretary), "[]", "[]");
    }

    private async Task<string> HandOverAsync(string cell)
    {
        var drafted = await StepAsync(
            "draftReorganization",
            new { superiorId = province.Root, title = "Chuyển chi bộ", effectiveOn = Day, steps = new[] { new { kind = "MOVE", organizationId = cell, parentId = province.West } } });
        var appraised = await StepAsync(
            "appraiseReorganization", new { id = (string)drafted["id"]!, expectedVersion = (int)drafted["version"]!, appraisedOn = Day, appraisedBy = "Ban Tổ chức" });
        var decided = await StepAsync(
            "decideReorganization",
            new { id = (string)appraised["id"]!, expectedVersion = (int)appraised["version"]!, number = "71-QĐ/TU", decidedOn = Day, authority = "Ban Thường vụ Tỉnh ủy" });
        return (string)Assert.Single(decided["handOvers"]!.AsArray())!["id"]!;
    }

    private async Task<JsonNode> StepAsync(string mutation, object input)
    {
        var answer = await province.Board.ExecuteAsync(
            $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ reorganization {{ id version handOvers {{ id }} }} errors {{ __typename }} }} }}",
            new { input });
        Assert.Empty(answer.Data[mutation]!["errors"]!.AsArray());
        return answer.Data[mutation]!["reorganization"]!;
    }

    private static Task<GraphQLAnswer> SignAsync(TestClient who, string minutes, int version, string side) => who.ExecuteAsync(
        "mutation ($input: SignHandOverInput!) { signHandOver(input: $input) { handOver { givenBy receivedBy } errors { __typename ... on Problem { field } } } }",
        new { input = new { id = minutes, expectedVersion = version, side, signedOn = Day, signedBy = "Trần Thị Giao" } });

    private async Task SeesAsync(TestClient who, string given, string received) => (await who.ExecuteAsync(
        "query ($giving: ID!, $receiving: ID!) { giving: organization(id: $giving) { handOversGiven { nodes { organizationCount } } } receiving: organization(id: $receiving) { handOversReceived { nodes { organizationCount } } } }",
        new { giving = province.East, receiving = province.West })).HasData(
            $$"""{ "giving": { "handOversGiven": { "nodes": {{given}} } }, "receiving": { "handOversReceived": { "nodes": {{received}} } } }""");

    private object Scheme() => new
    {
        superiorId = province.Root,
        title = "Sắp xếp",
        effectiveOn = Day,
        steps = new[] { new { kind = "RENAME", organizationId = province.EastCell, name = "Chi bộ thôn Đông Một" } },
    };
}
