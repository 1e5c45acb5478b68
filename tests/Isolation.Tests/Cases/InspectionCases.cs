using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of inspection committees.</summary>
internal static class InspectionCases
{
    private const string Day = "2026-09-01";

    public static IEnumerable<MutationCase> All()
    {
        yield return new MutationCase("formInspectionCommittee", async attacker => new
        {
            termId = await attacker.Own.Clerk.OpenTermAsync(await attacker.Own.NewCommuneAsync(), "2026-2031", "8-QĐ/TU"),
            effectiveOn = Day,
            size = 5,
            decision = DecisionAt(attacker),
        });
        yield return new MutationCase("assignInspectionPost", async attacker => new
        {
            inspectionCommitteeId = await attacker.Own.InspectionCommitteeAsync(),
            memberId = (await attacker.Own.NewMemberAsync()).Id,
            post = "MEMBER",
            basis = "ELECTED",
            effectiveOn = Day,
            decision = DecisionAt(attacker),
        });
        yield return new MutationCase("endInspectionPost", async attacker =>
        {
            var member = await attacker.Own.NewMemberAsync();
            var post = await attacker.Own.Clerk.InspectAsync(await attacker.Own.InspectionCommitteeAsync(), member.Id);
            return new { id = post, expectedVersion = 1, effectiveOn = Day, reason = "RETIRED", remark = "With thanks." };
        });
    }

    private static object DecisionAt(Attacker attacker) => Clerk.Decision(decidedOn: "2026-08-20", authorityOrganizationId: attacker.Own.Root);
}
