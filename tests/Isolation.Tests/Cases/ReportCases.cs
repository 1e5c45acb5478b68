using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of reports of Party statistics: each of a commune of the attacker's own.</summary>
internal static class ReportCases
{
    private const string SomebodyElse = "REPORT_IS_RECEIVED_BY_SOMEBODY_ELSE";

    public static IReadOnlyList<MutationCase> All { get; } =
    [
        new("closeStatisticsReport", async attacker => new { organizationId = await attacker.Own.NewCommuneAsync(), form = "MOVEMENT", from = "2026-01-01", to = "2026-06-30" }),
        new("submitStatisticsReport", async attacker => new { id = await CloseAsync(attacker), expectedVersion = 1, submittedOn = Today }),
        new("receiveStatisticsReport", async attacker => new { id = await SubmitAsync(attacker), expectedVersion = 2, receivedOn = Today }) { Meets = SomebodyElse },
        new("returnStatisticsReport", async attacker => new { id = await SubmitAsync(attacker), expectedVersion = 2, returnedOn = Today, reason = "Lines are missing." }) { Meets = SomebodyElse },
    ];

    private static string Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).Date).ToString("o");

    private static async Task<string> CloseAsync(Attacker attacker) => (await attacker.Own.Clerk.CloseReportAsync(await attacker.Own.NewCommuneAsync())).Id;

    private static async Task<string> SubmitAsync(Attacker attacker)
    {
        var id = await CloseAsync(attacker);
        await new Clerk(attacker.Client).DoAsync("submitStatisticsReport", new { id, expectedVersion = 1, submittedOn = Today }, "statisticsReport { id }");
        return id;
    }
}
