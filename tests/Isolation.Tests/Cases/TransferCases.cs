using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes that transfers of Party activities take.</summary>
internal static class TransferCases
{
    private const string Introduced = "2026-05-04";
    private const string Day = "2026-09-01";

    public static IReadOnlyList<MutationCase> All { get; } =
    [
        new MutationCase("requestTransfers", async attacker => Request(attacker.Own, await attacker.Own.NewMemberAsync(), "INTERNAL")),
        new MutationCase("signTransfers", async attacker => new
        {
            transfers = new[] { Changing(await RequestedAsync(attacker.Own, "INTERNAL")) },
            on = Day,
            signedBy = "Nguyễn Văn Ký",
            signedByMemberId = await attacker.Own.CommuneSignerAsync(),
            allInReach = true,
        }),
        new MutationCase("acceptTransfers", async attacker => new
        {
            transfers = new[] { Changing(await IntroducedAsync(attacker.Own, "INTERNAL")) },
            cellId = attacker.Own.CellTwo,
            on = Day,
            signedByMemberId = await attacker.Own.CellSignerAsync(),
            lateReason = "Ill.",
        }),
        Of("returnTransfer", own => IntroducedAsync(own, "INTERNAL")),
        Of("withdrawTransfer", own => RequestedAsync(own, "INTERNAL")),
        Of("reportTransfer", own => IntroducedAsync(own, "INTERNAL")),
        Of("endTemporaryTransfer", StayingAsync),
        new MutationCase("extendTemporaryTransfer", async attacker =>
        {
            var (id, version) = await StayingAsync(attacker.Own);
            return new { id, expectedVersion = version, until = "2027-03-31", reason = "Longer." };
        }),
        OfArrivals("directArrivals", (own, paper) => new { arrivals = new[] { Changing(paper) }, organizationId = own.CellOne }),
        OfArrivals("acceptArrivals", (own, paper) => new { arrivals = new[] { Changing(paper) }, cellId = own.CellOne, on = Day, allInReach = true }),
        OfArrivals("signArrivals", (_, paper) => new { arrivals = new[] { Changing(paper) }, on = Day }),
        OfArrivals("returnArrival", (_, paper) => new { id = paper.Id, expectedVersion = paper.Version, on = Day, reason = "Not here." }),
    ];

    private static MutationCase OfArrivals(string mutation, Func<Branch, (string Id, int Version), object> input) => new(
        mutation, async attacker => input(attacker.Own, await attacker.Own.ArrivalAsync()));

    /// <summary>A transfer that was asked for, from the first cell of a branch to its second.</summary>
    public static async Task<(string Id, int Version)> RequestedAsync(Branch branch, string kind, (string Id, int Version)? member = null) =>
        Of(await branch.Clerk.DoAsync("requestTransfers", Request(branch, member ?? await branch.NewMemberAsync(), kind), "transfers { id version }"));

    private static async Task<(string Id, int Version)> IntroducedAsync(Branch branch, string kind) => Of(await branch.Clerk.DoAsync(
        "signTransfers",
        new { transfers = new[] { Changing(await RequestedAsync(branch, kind)) }, on = Introduced, duesPaidThrough = Introduced, allInReach = true },
        "transfers { id version }"));

    private static async Task<(string Id, int Version)> StayingAsync(Branch branch) => Of(await branch.Clerk.DoAsync(
        "acceptTransfers",
        new { transfers = new[] { Changing(await IntroducedAsync(branch, "TEMPORARY")) }, on = "2026-05-11" },
        "transfers { id version }"));

    private static MutationCase Of(string mutation, Func<Branch, Task<(string Id, int Version)>> make) => new(mutation, async attacker =>
    {
        var (id, version) = await make(attacker.Own);
        return new { id, expectedVersion = version, on = Day, reason = "As told." };
    });

    private static object Request(Branch own, (string Id, int Version) member, string kind) => new
    {
        members = new[] { new { memberId = member.Id, expectedVersion = member.Version } },
        kind,
        cause = "RESIDENCE",
        changedOn = "2026-04-20",
        on = "2026-04-27",
        destinationId = own.CellTwo,
        decision = Clerk.MemberDecision(decidedOn: "2026-04-06"),
        selfReviewYear = kind == "INTERNAL" ? (int?)null : 2025,
        temporaryUntil = kind == "TEMPORARY" ? "2026-12-31" : null,
    };

    private static object Changing((string Id, int Version) transfer) => new { id = transfer.Id, expectedVersion = transfer.Version };

    private static (string Id, int Version) Of(System.Text.Json.Nodes.JsonNode payload) =>
        ((string)payload["transfers"]![0]!["id"]!, (int)payload["transfers"]![0]!["version"]!);
}
