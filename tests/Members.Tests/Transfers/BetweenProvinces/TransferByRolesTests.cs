using System.Globalization;
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

        // Each box is signed by its own organization: the province, the committee, and last the cell by taking the member in.
        using var otherSecretary = await InRoleAsync(to, "roles.other.secretary", DefaultRoles.CellSecretary, Reach.Organization, to.Cell);
        arrival = await ArrivalAsync(otherCommittee, to, name);
        var beforeTheProvince = await TwoProvinces.TryAsync(otherCommittee, "signArrivals", Receiving(arrival), "arrivals { id }");
        arrival = await ReceivedAsync(otherBoard, arrival);
        var beforeTheCommittee = await TwoProvinces.TryAsync(otherCommittee, "acceptArrivals", WithoutOthers(arrival, to.Cell), "arrivals { id }");
        await TwoProvinces.DoAsync(
            otherCommittee, "directArrivals", new { arrivals = new[] { TwoProvinces.Changing(arrival) }, organizationId = to.Cell }, "arrivals { id }");
        arrival = await ReceivedAsync(otherCommittee, await ArrivalAsync(otherCommittee, to, name));
        var ofTheCell = await TwoProvinces.TryAsync(otherCommittee, "signArrivals", Receiving(arrival), "arrivals { id }");
        await TwoProvinces.DoAsync(otherSecretary, "acceptArrivals", WithoutOthers(arrival, to.Cell), "arrivals { state }");
        await world.Host.DispatchEventsAsync();

        Assert.Equal(
            "ANOTHER_ORGANIZATION_SIGNS_NOW input.arrivals.0.id, ANOTHER_ORGANIZATION_SIGNS_NOW input.arrivals.0.id, NO_COMMITTEE_IS_TO_SIGN input.arrivals.0.id",
            string.Join(", ", new[] { beforeTheProvince, beforeTheCommittee, ofTheCell }.Select(payload => $"{payload["errors"]![0]!["code"]} {payload["errors"]![0]!["field"]}")));

        // Both provinces see the whole paper: of each other what it shows, organization, number and day, and no signer.
        const string SentOut = "INTRODUCING {0}Chi bộ thôn 1, INTRODUCING {0}Đảng bộ xã Đông, INTRODUCING {0}Đảng bộ tỉnh Nam Định";
        const string TakenIn = "RECEIVING {0}Đảng bộ tỉnh Ninh Thuận, RECEIVING {0}Đảng bộ xã Đông, RECEIVING {0}Chi bộ thôn 1";
        Assert.Equal(
            string.Format(CultureInfo.InvariantCulture, $"{SentOut}, {TakenIn.Replace("{0}", "{1}", StringComparison.Ordinal)}", "", "elsewhere "), await BoxesAsync(board, "transfer", (string)paper["id"]!));
        Assert.Equal(
            string.Format(CultureInfo.InvariantCulture, $"{SentOut.Replace("{0}", "{1}", StringComparison.Ordinal)}, {TakenIn}", "", "elsewhere "), await BoxesAsync(otherSecretary, "arrival", arrival.Id));
        Assert.Contains(name, await RegisterAsync(otherCommittee, to.Commune), StringComparison.Ordinal);
        Assert.DoesNotContain(name, await RegisterAsync(otherCommittee, to.OtherCommune), StringComparison.Ordinal);

        Assert.Equal(
            ("OFFICIAL", "TRANSFERRED_OUT"),
            (await StatusAsync(otherCommittee, member), await StatusAsync(committee, member)));
    }

    [Fact]
    public async Task Whoever_may_act_for_the_whole_way_signs_it_with_the_acceptance_and_a_paper_that_comes_back_shows_who_had_signed()
    {
        var (from, to) = (world.NamDinh, world.NinhThuan);
        var (taken, back) = (await TwoProvinces.NewMemberAsync(from), await TwoProvinces.NewMemberAsync(from));
        var sentFirst = await TwoProvinces.SendAsync(from, to, taken, Introduced);
        var sentSecond = await TwoProvinces.SendAsync(from, to, back, Introduced, to.CommuneCode);
        var (first, second) = (await world.ArrivedAsync(to, taken), await world.ArrivedAsync(to, back));

        // The first names nobody, so nothing was laid out; the second lies before the commune, below the province.
        var undirected = await TwoProvinces.TryAsync(to.Officer, "signArrivals", Receiving(first), "arrivals { id }");
        var past = await TwoProvinces.TryAsync(to.Officer, "acceptArrivals", WithoutOthers(first, to.Cell), "arrivals { id }");
        var early = await TwoProvinces.TryAsync(to.Officer, "signArrivals", new { arrivals = new[] { TwoProvinces.Changing(second) }, on = Introduced.AddDays(-1) }, "arrivals { id }");
        var stale = await TwoProvinces.TryAsync(to.Officer, "signArrivals", Receiving((second.Id, second.Version + 1)), "arrivals { id }");
        await TwoProvinces.DoAsync(to.Officer, "acceptArrivals", TwoProvinces.Acceptance(first, to.Cell, Accepted), "arrivals { id }");
        second = await ReceivedAsync(to.Officer, second);
        await TwoProvinces.DoAsync(to.Officer, "returnArrival", new { id = second.Id, expectedVersion = second.Version, on = Accepted, reason = "Sai nơi đến." }, "arrival { id }");
        var settled = await TwoProvinces.TryAsync(to.Officer, "signArrivals", Receiving((second.Id, second.Version + 1)), "arrivals { id }");
        await world.Host.DispatchEventsAsync();

        Assert.Equal(
            "NO_COMMITTEE_IS_TO_SIGN input.arrivals.0.id, COMMITTEES_ON_THE_WAY_SIGN_FIRST input.arrivals.0.id, EFFECTIVE_DATE_IS_BEFORE_EARLIER_FACT input.on, STALE_VERSION input.arrivals.0.expectedVersion, ARRIVAL_IS_SETTLED input.arrivals.0.id",
            string.Join(", ", new[] { undirected, past, early, stale, settled }.Select(payload => $"{payload["errors"]![0]!["code"]} {payload["errors"]![0]!["field"]}")));
        Assert.EndsWith(
            "Đảng bộ tỉnh Nam Định, RECEIVING elsewhere Đảng bộ tỉnh Ninh Thuận, RECEIVING elsewhere Đảng bộ xã Đông, RECEIVING elsewhere Chi bộ thôn 1",
            await BoxesAsync(from.Officer, "transfer", sentFirst.Id),
            StringComparison.Ordinal);
        Assert.EndsWith("Đảng bộ tỉnh Nam Định, RECEIVING elsewhere Đảng bộ tỉnh Ninh Thuận", await BoxesAsync(from.Officer, "transfer", sentSecond.Id), StringComparison.Ordinal);
    }

    private static object Receiving((string Id, int Version) arrival) => new { arrivals = new[] { TwoProvinces.Changing(arrival) }, on = Introduced.AddDays(7), signedBy = "Phạm Văn Chuyển" };

    private static object WithoutOthers((string Id, int Version) arrival, string cell) =>
        new { arrivals = new[] { TwoProvinces.Changing(arrival) }, cellId = cell, on = Accepted, signedBy = "Lê Thị Nhận" };

    private static async Task<(string Id, int Version)> ReceivedAsync(TestClient client, (string Id, int Version) arrival) => TwoProvinces.Versioned(
        (await TwoProvinces.DoAsync(client, "signArrivals", Receiving(arrival), "arrivals { id version }"))["arrivals"]![0]!);

    // Each box as "SIDE [elsewhere] organization"; every one was signed, those of committees bear a number, and of the other province nothing else is told.
    private static async Task<string> BoxesAsync(TestClient client, string paper, string id)
    {
        var answer = await client.ExecuteAsync(
            $"query ($id: ID!) {{ {paper}(id: $id) {{ boxes {{ ordinal side organization {{ name }} organizationName registerNumber registerYear signedOn signedBy }} }} }}", new { id });
        var boxes = answer.Data[paper]!["boxes"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, boxes.Count), boxes.Select(box => (int)box!["ordinal"]!));
        foreach (var box in boxes)
        {
            var elsewhere = box!["organizationName"] is not null;
            var ofTheCell = (string)box["side"]! == "RECEIVING" && box["registerNumber"] is null;
            Assert.Equal((elsewhere, true), (box["signedBy"] is null, box["signedOn"] is not null));
            Assert.True(ofTheCell == (box == boxes[^1] && (string)(box["organizationName"] ?? box["organization"]!["name"])! == "Chi bộ thôn 1"), box.ToJsonString());
        }

        return string.Join(", ", boxes.Select(box => $"{box!["side"]} {(box["organizationName"] is { } name ? $"elsewhere {name}" : box["organization"]!["name"])}"));
    }

    private static async Task<string> RegisterAsync(TestClient client, string organization) => string.Join(", ", (await client.ExecuteAsync(
        "query ($id: ID!) { organization(id: $id) { arrivalIntroductions(first: 50) { nodes { registerNumber arrival { fullName } } } } }", new { id = organization }))
        .Data["organization"]?["arrivalIntroductions"]!["nodes"]!.AsArray().Select(box => $"{box!["registerNumber"]} {box["arrival"]!["fullName"]}") ?? []);

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
