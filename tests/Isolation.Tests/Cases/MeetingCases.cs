using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of meetings of cells and committees.</summary>
internal static class MeetingCases
{
    private const string Day = "2026-09-01";

    public static IEnumerable<MutationCase> All()
    {
        yield return new MutationCase("recordMeetings", async attacker => new { meetings = new[] { Of(await attacker.Own.NewCellAsync()) } });
        yield return new MutationCase("correctMeeting", async attacker => new
        {
            id = await HeldAsync(attacker.Own.Clerk, await attacker.Own.NewCellAsync(), "Chuyên đề"),
            expectedVersion = 1,
            kind = "REGULAR",
            heldOn = Day,
            expected = 9,
            present = 8,
            reason = "Counted again.",
        });
        yield return new MutationCase("removeMeeting", async attacker => new { id = await HeldAsync(attacker.Own.Clerk, await attacker.Own.NewCellAsync(), "Chuyên đề"), expectedVersion = 1, reason = "Another cell's." });
    }

    /// <summary>A meeting of a cell.</summary>
    public static async Task<string> HeldAsync(Clerk clerk, string cell, string topic) => (string)(await clerk.DoAsync(
        "recordMeetings", new { meetings = new[] { Of(cell, topic) } }, "organizationMeetings { id }"))["organizationMeetings"]![0]!["id"]!;

    private static object Of(string organizationId, string? topic = null) =>
        new { organizationId, body = "MEMBERS", kind = "REGULAR", heldOn = Day, expected = 9, present = 9, topic };
}
