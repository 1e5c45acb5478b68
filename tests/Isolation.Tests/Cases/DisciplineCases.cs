using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of discipline and praise: each of a member of the attacker's own.</summary>
internal static class DisciplineCases
{
    public static IEnumerable<MutationCase> All()
    {
        yield return new MutationCase("recordDisciplinaryMeasure", async attacker => Clerk.Reprimand(
            await attacker.Own.NewMemberAsync(), attacker.Own.District, "Stayed away.", attacker.Own.CommuneOne));
        yield return new MutationCase("writeDisciplinaryDecision", async attacker => new
        {
            id = (await UnwrittenAsync(attacker)).Id,
            expectedVersion = 1,
            decision = Clerk.MemberDecision(decidedOn: "2026-07-03"),
        });
        yield return new MutationCase("receiveDisciplineComplaint", async attacker => new { id = (await MeasureAsync(attacker)).Id, expectedVersion = 1, receivedOn = "2026-07-20" });
        yield return new MutationCase("settleDisciplineComplaint", async attacker =>
        {
            var measure = await MeasureAsync(attacker);
            await attacker.Own.Clerk.DoAsync(
                "receiveDisciplineComplaint", new { id = measure.Id, expectedVersion = 1, receivedOn = "2026-07-20" }, "disciplinaryMeasure { id }");
            return new
            {
                id = measure.Id,
                expectedVersion = 2,
                result = "UPHELD",
                settledOn = "2026-08-20",
                decision = Clerk.MemberDecision(decidedOn: "2026-08-20"),
                organizationId = attacker.Own.CellOne,
            };
        });
        yield return new MutationCase("recordAuthorityNotice", async attacker =>
        {
            var (id, version) = await attacker.Own.NewMemberAsync();
            return new { memberId = id, expectedVersion = version, act = "CHARGE", doneOn = "2026-07-06", authority = "Investigators" };
        });
        yield return new MutationCase("receiveAuthorityNotice", async attacker => new
        {
            id = (await attacker.Own.Clerk.NoticeAsync(await attacker.Own.NewMemberAsync(), "Department")).Id,
            expectedVersion = 1,
            receivedOn = "2026-07-08",
        });
        yield return new MutationCase("praiseMembers", async attacker => new
        {
            memberIds = new[] { (await attacker.Own.NewMemberAsync()).Id },
            form = "PRAISE",
            organizationId = attacker.Own.CellOne,
            achievement = "Worked well.",
            praisedOn = "2026-07-08",
        });
    }

    private static async Task<(string Id, int Version)> MeasureAsync(Attacker attacker) =>
        await attacker.Own.Clerk.DisciplineAsync(await attacker.Own.NewMemberAsync(), attacker.Own.District, "Stayed away.");

    private static async Task<(string Id, int Version)> UnwrittenAsync(Attacker attacker)
    {
        var (id, version) = await attacker.Own.NewMemberAsync();
        var measure = (await attacker.Own.Clerk.DoAsync(
            "recordDisciplinaryMeasure",
            new
            {
                memberId = id,
                expectedVersion = version,
                form = "WARNING",
                ground = "QUALITY",
                fault = "Stayed away.",
                faultEndedOn = "2026-06-01",
                decidedByOrganizationId = attacker.Own.District,
                vote = new { @base = 9, inFavour = 7 },
                hearing = "HEARD",
                heardOn = "2026-06-29",
                announcedOn = "2026-07-01",
            },
            "disciplinaryMeasure { id version }"))["disciplinaryMeasure"]!;
        return ((string)measure["id"]!, (int)measure["version"]!);
    }
}
