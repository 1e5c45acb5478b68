using System.Text.Json.Nodes;
using Modular.Kernel.GraphQL.History;
using Modular.Kernel.Provinces;
using Modular.Members.Contracts;
using Modular.Organizations;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Transfers.BetweenProvinces;

/// <summary>A host with two provinces, each with a commune and its cell, and with an officer who sees that province alone.</summary>
public sealed class TwoProvinces : IAsyncLifetime
{
    private static int people;

    private TestHost? host;

    public TestHost Host => host!;

    public Side NamDinh { get; private set; } = null!;

    public Side NinhThuan { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(new OrganizationsModule(), new MembersModule());
        NamDinh = await FoundAsync(TestProvinces.NamDinh, "36");
        NinhThuan = await FoundAsync(TestProvinces.NinhThuan, "58");
    }

    public async ValueTask DisposeAsync()
    {
        NamDinh?.Officer.Dispose();
        NinhThuan?.Officer.Dispose();
        if (host is not null)
            await host.DisposeAsync();
    }

    /// <summary>A client of somebody with rights below an organization of a province.</summary>
    public async Task<TestClient> SignInAsync(Side side, string name, string organization)
    {
        string[] permissions = [OrganizationsPermissions.Read, MembersPermissions.Read, MembersPermissions.ReadTransfers, MembersPermissions.Transfer];
        var user = await Host.AddUserAsync(name, side.Province, TestGrant.Below(GlobalIds.KeyOf(organization), permissions));
        return (await Host.SignInAsync(user)).In("en");
    }

    /// <summary>Registers an official member whom nobody resembles, on the list of the province's cell.</summary>
    public static async Task<string> NewMemberAsync(Side side)
    {
        var number = Interlocked.Increment(ref people) + 700;
        var payload = await DoAsync(
            side.Officer, "registerMember", Register.Input(side.Cell, $"Bùi Thị {(char)('A' + (number % 26))}{(char)('a' + (number / 26 % 26))}", number), "member { id }");
        return (string)payload["member"]!["id"]!;
    }

    /// <summary>Runs a mutation that is not refused.</summary>
    public static async Task<JsonNode> DoAsync(TestClient client, string mutation, object input, string selection)
    {
        var payload = await TryAsync(client, mutation, input, selection);
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return payload;
    }

    /// <summary>Runs a mutation and answers its payload.</summary>
    public static async Task<JsonNode> TryAsync(TestClient client, string mutation, object input, string selection)
    {
        var answer = await client.ExecuteAsync(
            $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {selection} errors {{ ... on Problem {{ code field }} }} }} }}",
            new { input });
        return answer.Data[mutation]!;
    }

    /// <summary>A transfer to the other province whose paper was sent.</summary>
    public static async Task<(string Id, int Version)> SendAsync(Side from, Side to, string member, DateOnly on, string? code = null, string? portal = null)
    {
        var requested = await DoAsync(from.Officer, "requestTransfers", await RequestAsync(from, to, [member], on, code, portal), "transfers { id version }");
        var signed = await DoAsync(
            from.Officer,
            "signTransfers",
            new { transfers = new[] { Changing(Versioned(requested["transfers"]![0]!)) }, on, signedBy = "Nguyễn Văn Ký", duesPaidThrough = on, allInReach = true },
            "transfers { id version }");
        return Versioned(signed["transfers"]![0]!);
    }

    /// <summary>The paper of a transfer, in the receiving province.</summary>
    public async Task<(string Id, int Version)> ArrivedAsync(Side at, string member)
    {
        await Host.DispatchEventsAsync();
        var name = await NameAsync(member);
        var found = await at.Officer.ExecuteAsync(
            "{ arrivals(where: {state: {eq: ARRIVED}}, first: 100) { nodes { id version fullName } } }");
        return Versioned(found.Data["arrivals"]!["nodes"]!.AsArray().Single(one => (string)one!["fullName"]! == name)!);
    }

    /// <summary>The version of a member, as the province's officer reads it.</summary>
    public static async Task<int> VersionAsync(Side side, string member) =>
        (int)(await side.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id = member })).Data["member"]!["version"]!;

    /// <summary>What asks for transfers to the other province.</summary>
    public static async Task<object> RequestAsync(Side from, Side to, IReadOnlyList<string> members, DateOnly on, string? code = null, string? portal = null)
    {
        var read = new List<object>();
        foreach (var member in members)
            read.Add(new { memberId = member, expectedVersion = await VersionAsync(from, member) });
        return new
        {
            members = read,
            kind = "OFFICIAL",
            cause = "NEW_UNIT",
            changedOn = on,
            on,
            destinationProvince = to.Province.Slug,
            destinationCode = code,
            decision = new { number = "31-QĐ/TU", decidedOn = on },
            selfReviewYear = on.Year - 1,
            portalReference = portal,
        };
    }

    public static object Acceptance((string Id, int Version) arrival, string cell, DateOnly on) =>
        new { arrivals = new[] { Changing(arrival) }, cellId = cell, on, signedBy = "Lê Thị Nhận", lateReason = "Ốm.", allInReach = true };

    public static object Changing((string Id, int Version) one) => new { id = one.Id, expectedVersion = one.Version };

    public static (string Id, int Version) Versioned(JsonNode node) => ((string)node["id"]!, (int)node["version"]!);

    private async Task<string> NameAsync(string member)
    {
        foreach (var side in new[] { NamDinh, NinhThuan })
        {
            var found = await side.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { fullName } }", new { id = member });
            if (found.Data["member"] is { } known)
                return (string)known["fullName"]!;
        }

        throw new InvalidOperationException("The member is in neither province.");
    }

    /// <summary>Sets up a province with its officer and its first organizations.</summary>
    public async Task<Side> FoundAsync(Province province, string code)
    {
        string[] permissions = [.. Host.Database.Modules.SelectMany(module => module.Registration.DeclaredPermissions).Concat(HistoryPermissions.All).Select(permission => permission.Name)];
        var user = await Host.AddUserAsync($"officer.{code}", province, TestGrant.InProvince(permissions));
        var officer = (await Host.SignInAsync(user)).In("en");
        var root = await OrganizationAsync(officer, null, "PROVINCIAL", $"Đảng bộ tỉnh {province.VietnameseName}", code);
        var commune = await OrganizationAsync(officer, root, "GRASSROOTS_COMMITTEE", "Đảng bộ xã Đông", $"{code}.001");
        var other = await OrganizationAsync(officer, root, "GRASSROOTS_COMMITTEE", "Đảng bộ xã Tây", $"{code}.002");
        var cell = await OrganizationAsync(officer, commune, "CELL", "Chi bộ thôn 1", $"{code}.001.001");
        return new Side(province, officer, root, commune, other, cell, $"{code}.001");
    }

    private static async Task<string> OrganizationAsync(TestClient officer, string? parentId, string kind, string name, string code) => (string)(await DoAsync(
        officer,
        "foundOrganization",
        new { parentId, kind, name, code, effectiveOn = Register.Founded, decision = new { number = "1-QĐ/TU", decidedOn = Register.Founded, authority = "Ban Thường vụ Tỉnh ủy" } },
        "organization { id }"))["organization"]!["id"]!;

    /// <summary>A province with its officer.</summary>
    public sealed record Side(Province Province, TestClient Officer, string Root, string Commune, string OtherCommune, string Cell, string CommuneCode);
}
