using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of agencies of committees.</summary>
internal static class AgencyCases
{
    private const string Day = "2026-09-01";

    public static IEnumerable<MutationCase> All()
    {
        yield return new MutationCase("establishPartyAgency", async attacker => new
        {
            organizationId = await attacker.Own.NewCommuneAsync(),
            kind = "ADVISORY",
            name = "Văn phòng Đảng ủy",
            effectiveOn = Day,
            decision = DecisionAt(attacker),
        });
        yield return new MutationCase("closePartyAgency", async attacker => new
        {
            id = await attacker.Own.Clerk.EstablishAgencyAsync(await attacker.Own.NewCommuneAsync()),
            expectedVersion = 1,
            effectiveOn = Day,
            decision = DecisionAt(attacker),
        });
    }

    private static object DecisionAt(Attacker attacker) => Clerk.Decision(decidedOn: "2026-08-20", authorityOrganizationId: attacker.Own.Root);
}
