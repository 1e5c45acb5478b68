using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;

namespace Modular.Isolation.Tests.World;

/// <summary>An officer of a third province, from which members come to the branches of the others.</summary>
internal sealed class Correspondent(TestHost host, Clerk clerk, string cell) : IDisposable
{
    private const string Day = "2026-08-03";

    /// <summary>Founds a cell in a province that nobody attacks.</summary>
    public static async Task<Correspondent> FoundAsync(TestHost host, IReadOnlyList<string> permissions)
    {
        var user = await host.AddUserAsync("correspondent", TestProvinces.TienGiang, TestGrant.InProvince([.. permissions]));
        var clerk = new Clerk((await host.SignInAsync(user)).In("en"));
        var root = await clerk.FoundAsync(null, "PROVINCIAL", "Đảng bộ tỉnh Tiền Giang", "82");
        var commune = await clerk.FoundAsync(root, "GRASSROOTS_COMMITTEE", "Đảng bộ xã Cái Bè", "82.001");
        return new Correspondent(host, clerk, await clerk.FoundAsync(commune, "CELL", "Chi bộ Cái Bè", "82.001.001"));
    }

    /// <summary>A paper that was sent to the first cell of a branch and awaits acceptance; one that is there already serves as well.</summary>
    public async Task<(string Id, int Version)> PaperAsync(Branch branch) => await WaitingAsync(branch) ?? await SendAsync(branch);

    private async Task<(string Id, int Version)> SendAsync(Branch branch)
    {
        var member = await clerk.RegisterAsync(cell);
        var code = (string)(await branch.Clerk.Client.ExecuteAsync("query ($id: ID!) { organization(id: $id) { code } }", new { id = branch.CommuneOne })).Data["organization"]!["code"]!;
        var requested = await clerk.DoAsync(
            "requestTransfers",
            new
            {
                members = new[] { new { memberId = member.Id, expectedVersion = member.Version } },
                kind = "OFFICIAL",
                cause = "NEW_UNIT",
                changedOn = Day,
                on = Day,
                destinationProvince = branch.Province.Slug,
                destinationCode = code,
                decision = Clerk.MemberDecision(),
                selfReviewYear = 2025,
            },
            "transfers { id version }");
        var transfer = requested["transfers"]![0]!;
        await clerk.DoAsync(
            "signTransfers",
            new { transfers = new[] { new { id = (string)transfer["id"]!, expectedVersion = (int)transfer["version"]! } }, on = Day, duesPaidThrough = Day, allInReach = true },
            "transfers { id }");
        await host.DispatchEventsAsync();
        return (await WaitingAsync(branch))!.Value;
    }

    private static async Task<(string Id, int Version)?> WaitingAsync(Branch branch)
    {
        var waiting = await branch.Clerk.Client.ExecuteAsync(
            "query ($id: ID!) { organization(id: $id) { arrivals(includeSubtree: true, first: 1, where: {state: {eq: ARRIVED}}) { nodes { id version } } } }", new { id = branch.CommuneOne });
        JsonNode? found = waiting.Data["organization"]!["arrivals"]!["nodes"]!.AsArray().FirstOrDefault();
        return found is null ? null : ((string)found["id"]!, (int)found["version"]!);
    }

    public void Dispose() => clerk.Client.Dispose();
}
