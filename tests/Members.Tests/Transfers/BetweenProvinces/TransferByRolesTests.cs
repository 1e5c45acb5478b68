using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Transfers.BetweenProvinces;

public sealed partial class TransferBetweenProvincesTests
{
    private const string Desk = "query ($id: ID!) { organization(id: $id) { arrivals(where: {state: {eq: ARRIVED}}, first: 50) { nodes { fullName } } } arrivals(where: {state: {eq: ARRIVED}}, first: 50) { nodes { id version fullName } } }";

    [Fact]
    public async Task Secretary_committee_and_board_send_a_member_off_and_those_of_the_other_province_take_them_in_each_by_their_role()
    {
        var (from, to) = (world.NamDinh, world.NinhThuan);
        var member = await TwoProvinces.NewMemberAsync(from);
        var name = (string)(await from.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { fullName } }", new { id = member })).Data["member"]!["fullName"]!;
        using var secretary = await InRoleAsync(from, "roles.secretary", DefaultRoles.CellSecretary, Reach.Organization, from.Cell);
        using var committee = await InRoleAsync(from, "roles.committee", DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, from.Commune);
        using var board = await InRoleAsync(from, "roles.board", DefaultRoles.OrganizationBoardOfficer, Reach.Province);
        using var otherBoard = await InRoleAsync(to, "roles.other.board", DefaultRoles.OrganizationBoardOfficer, Reach.Province);
        using var otherCommittee = await InRoleAsync(to, "roles.other.committee", DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, to.Commune);

        // The paper goes from box to box: the cell, its committee, the province, which introduces out.
        var paper = (await TwoProvinces.DoAsync(
            secretary, "requestTransfers", await TwoProvinces.RequestAsync(from, to, [member], Introduced), "transfers { id version }"))["transfers"]![0]!;
        paper = await SignedAsync(secretary, paper);
        var early = await TwoProvinces.TryAsync(secretary, "signTransfers", Signing(paper), "transfers { id }");
        paper = await SignedAsync(committee, paper);
        paper = await SignedAsync(board, paper);
        await world.Host.DispatchEventsAsync();
        Assert.Equal("ANOTHER_ORGANIZATION_SIGNS_NOW", (string)early["errors"]![0]!["code"]!);
        Assert.Equal("INTRODUCED", (string)paper["state"]!);

        // It lies before the province, out of the committee's sight, until it is directed there.
        Assert.DoesNotContain(name, await DeskAsync(otherCommittee, to.Commune), StringComparison.Ordinal);
        var arrival = await ArrivalAsync(otherBoard, to, name);
        await TwoProvinces.DoAsync(
            otherBoard, "directArrivals", new { arrivals = new[] { TwoProvinces.Changing(arrival) }, organizationId = to.Commune }, "arrivals { id }");
        Assert.Contains(name, await DeskAsync(otherCommittee, to.Commune), StringComparison.Ordinal);
        arrival = await ArrivalAsync(otherCommittee, to, name);
        await TwoProvinces.DoAsync(otherCommittee, "acceptArrivals", TwoProvinces.Acceptance(arrival, to.Cell, Accepted), "arrivals { state }");
        await world.Host.DispatchEventsAsync();

        Assert.Equal(
            ("OFFICIAL", "TRANSFERRED_OUT"),
            (await StatusAsync(otherCommittee, member), await StatusAsync(committee, member)));
    }

    private static object Signing(JsonNode paper) => new
    {
        transfers = new[] { TwoProvinces.Changing(TwoProvinces.Versioned(paper)) },
        on = Introduced,
        signedBy = "Nguyễn Văn Ký",
        duesPaidThrough = Introduced,
    };

    private static async Task<JsonNode> SignedAsync(TestClient client, JsonNode paper) =>
        (await TwoProvinces.DoAsync(client, "signTransfers", Signing(paper), "transfers { id version state }"))["transfers"]![0]!;

    private static async Task<string> DeskAsync(TestClient client, string organization) =>
        (await client.ExecuteAsync(Desk, new { id = organization })).Data["organization"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static async Task<(string Id, int Version)> ArrivalAsync(TestClient client, TwoProvinces.Side side, string name) => TwoProvinces.Versioned(
        (await client.ExecuteAsync(Desk, new { id = side.Root })).Data["arrivals"]!["nodes"]!.AsArray().Single(one => (string)one!["fullName"]! == name)!);

    private static async Task<string> StatusAsync(TestClient client, string member) =>
        (string)(await client.ExecuteAsync("query ($id: ID!) { member(id: $id) { status } }", new { id = member })).Data["member"]!["status"]!;

    private async Task<TestClient> InRoleAsync(TwoProvinces.Side side, string name, string role, Reach reach, string? organization = null)
    {
        var user = await world.Host.AddUserAsync(name, side.Province, TestGrant.OfRole(role, reach, organization is null ? null : GlobalIds.KeyOf(organization)));
        return (await world.Host.SignInAsync(user)).In("en");
    }
}
