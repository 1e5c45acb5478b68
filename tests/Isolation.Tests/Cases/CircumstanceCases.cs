using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of deaths, dues, exemptions and suspensions: each of a member of the attacker's own.</summary>
internal static class CircumstanceCases
{
    public static IEnumerable<MutationCase> All() => [.. OfSlips(), .. OfLosses(), .. OfExemptions()];

    private static IEnumerable<MutationCase> OfLosses()
    {
        yield return new MutationCase("reportFileLoss", async attacker =>
        {
            var (id, version) = await attacker.Own.NewMemberAsync();
            var transfer = await TransferCases.RequestedAsync(attacker.Own, "INTERNAL", (id, version));
            return new
            {
                memberId = id,
                expectedVersion = version + 1,
                lost = "INTRODUCTION_PAPER",
                transfer = new { id = transfer.Id, expectedVersion = transfer.Version },
                lostOn = "2026-07-01",
                reportedOn = "2026-07-02",
                place = "Bus",
                reason = "Stolen.",
                police = new { unit = "Police", confirmedOn = "2026-07-02" },
            };
        });
        yield return new MutationCase("recordFileInvestigation", async attacker => new
        {
            id = (await attacker.Own.Clerk.LoseFileAsync(await attacker.Own.NewMemberAsync(), "Stolen.")).Id,
            expectedVersion = 1,
            investigatedOn = "2026-07-10",
            result = "Nobody knows.",
        });
        yield return new MutationCase("restoreFile", async attacker =>
        {
            var (id, version) = await attacker.Own.Clerk.LoseFileAsync(await attacker.Own.NewMemberAsync(), "Stolen.");
            var looked = (await attacker.Own.Clerk.DoAsync(
                "recordFileInvestigation", new { id, expectedVersion = version, investigatedOn = "2026-07-10", result = "Nobody knows." }, "fileLoss { version }"))["fileLoss"]!;
            return new { id, expectedVersion = (int)looked["version"]!, restoredOn = "2026-07-20", restoration = "From copies." };
        });
    }

    private static IEnumerable<MutationCase> OfSlips()
    {
        yield return new MutationCase("recordDeath", async attacker =>
        {
            var (id, version) = await attacker.Own.NewMemberAsync();
            return new { memberId = id, expectedVersion = version, diedOn = "2026-07-06" };
        });
        yield return new MutationCase("makeDepartureSlip", async attacker =>
        {
            var (id, version) = await attacker.Own.NewMemberAsync();
            var left = (await attacker.Own.Clerk.DoAsync(
                "changeMemberStatus",
                new { memberId = id, expectedVersion = version, status = "LEFT_ON_REQUEST", effectiveOn = "2026-08-01", decision = Clerk.MemberDecision() },
                "member { version }"))["member"]!;
            return new { memberId = id, expectedVersion = (int)left["version"]!, madeOn = "2026-08-03" };
        });
        yield return new MutationCase("sendDepartureSlip", async attacker => new
        {
            id = (await attacker.Own.Clerk.DieAsync(await attacker.Own.NewMemberAsync())).Id,
            expectedVersion = 1,
            sentOn = "2026-07-10",
        });
        yield return new MutationCase("reportCard", async attacker =>
        {
            var (id, version) = await attacker.Own.NewMemberAsync();
            return new { memberId = id, expectedVersion = version, fault = "LOST", reportedOn = "2026-07-06", reason = "Stolen." };
        });
        yield return new MutationCase("recordDues", async attacker => new
        {
            month = "2026-07-01",
            members = new[] { new { memberId = (await attacker.Own.NewMemberAsync()).Id, state = "PAID" } },
        });
    }

    private static IEnumerable<MutationCase> OfExemptions()
    {
        yield return new MutationCase("requestExemption", async attacker =>
        {
            var (id, version) = await attacker.Own.NewMemberAsync();
            return new { memberId = id, expectedVersion = version, ground = "OLD_OR_WEAK", requestedOn = "2026-07-06" };
        });
        yield return new MutationCase("decideExemption", async attacker => new
        {
            id = (await RequestAsync(attacker)).Id,
            expectedVersion = 1,
            isGranted = true,
            from = "2026-08-01",
            decision = Clerk.MemberDecision(decidedOn: "2026-07-20"),
        });
        yield return new MutationCase("reportExemption", async attacker =>
        {
            var request = await RequestAsync(attacker);
            await attacker.Own.Clerk.DoAsync(
                "decideExemption",
                new { id = request.Id, expectedVersion = 1, isGranted = true, from = "2026-08-01", decision = Clerk.MemberDecision(decidedOn: "2026-07-20") },
                "exemptionRequest { id }");
            return new { id = request.Id, expectedVersion = 2, reportedOn = "2026-08-05" };
        });
        yield return new MutationCase("extendSuspension", async attacker =>
        {
            var (id, version) = await attacker.Own.NewMemberAsync();
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).Date);
            var suspended = (await attacker.Own.Clerk.DoAsync(
                "setMemberFlag",
                new
                {
                    memberId = id,
                    expectedVersion = version,
                    flag = "SUSPENDED_ACTIVITY",
                    from = today.AddDays(-30).ToString("o"),
                    until = today.AddDays(30).ToString("o"),
                    decision = Clerk.MemberDecision(),
                },
                "member { version }"))["member"]!;
            return new { memberId = id, expectedVersion = (int)suspended["version"]!, until = today.AddDays(60).ToString("o"), decision = Clerk.MemberDecision() };
        });
    }

    private static async Task<(string Id, int Version)> RequestAsync(Attacker attacker) =>
        await attacker.Own.Clerk.AskForExemptionAsync(await attacker.Own.NewMemberAsync(), "Seventy-five years old.");
}
