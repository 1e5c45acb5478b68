using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of badges: each of an object of the attacker's own.</summary>
internal static class BadgeCases
{
    private const string BelongsToTheProvince = "BADGE_ROUNDS_BELONG_TO_THE_PROVINCE";

    public static IEnumerable<MutationCase> All()
    {
        yield return new MutationCase(
            "openBadgeRound", _ => Task.FromResult<object>(new { awardDay = new DateOnly(2040, 1, 1).AddDays(Clerk.NextNumber()).ToString("o") }))
        {
            MeetsInABranch = BelongsToTheProvince,
        };
        yield return new MutationCase("proposeBadges", async attacker => new
        {
            roundId = await attacker.Own.Clerk.OpenBadgeRoundAsync(),
            members = new[] { new { memberId = (await NewVeteranAsync(attacker)).Id } },
        });
        yield return new MutationCase("reviewBadgeProposals", async attacker => new
        {
            proposals = new[] { Named(await ProposedAsync(attacker, await attacker.Own.Clerk.OpenBadgeRoundAsync())) },
            areRight = true,
        });
        yield return new MutationCase("decideBadgeRound", async attacker =>
        {
            var round = await attacker.Own.Clerk.OpenBadgeRoundAsync();
            await CheckAsync(attacker, await ProposedAsync(attacker, round));
            return new { roundId = round, expectedVersion = 1, decision = Clerk.MemberDecision() };
        })
        {
            MeetsInABranch = BelongsToTheProvince,
        };
        yield return new MutationCase("awardBadges", async attacker => new
        {
            proposals = new[] { Named(await DecidedAsync(attacker)) },
            awardedOn = "2026-09-02",
        });
        yield return OfVeteran("recordBadge", (id, version) => new
        {
            memberId = id,
            expectedVersion = version,
            years = 30,
            awardedOn = "2021-05-19",
            decision = Clerk.MemberDecision(decidedOn: "2021-05-01"),
        });
        yield return new MutationCase("reissueBadge", async attacker =>
        {
            var (id, version) = await HolderAsync(attacker);
            return new { memberId = id, expectedVersion = version, years = 30, reissuedOn = "2026-09-01", reason = "Lost in a fire.", decision = Clerk.MemberDecision() };
        });
        yield return new MutationCase("returnBadges", async attacker =>
        {
            var (id, version) = await HolderAsync(attacker);
            var left = (await attacker.Own.Clerk.DoAsync(
                "changeMemberStatus",
                new { memberId = id, expectedVersion = version, status = "EXPELLED", effectiveOn = "2026-08-01", asCorrection = true, reason = "Expelled.", decision = Clerk.MemberDecision() },
                "member { version }"))["member"]!;
            return new { memberId = id, expectedVersion = (int)left["version"]!, returnedOn = "2026-09-01" };
        });
    }

    private static MutationCase OfVeteran(string mutation, Func<string, int, object> input) => new(mutation, async attacker =>
    {
        var (id, version) = await NewVeteranAsync(attacker);
        return input(id, version);
    });

    private static Task<(string Id, int Version)> NewVeteranAsync(Attacker attacker) => attacker.Own.Clerk.RegisterVeteranAsync(attacker.Own.CellOne);

    private static async Task<(string Id, int Version)> ProposedAsync(Attacker attacker, string round)
    {
        var member = await NewVeteranAsync(attacker);
        var payload = await attacker.Own.Clerk.DoAsync(
            "proposeBadges", new { roundId = round, members = new[] { new { memberId = member.Id } } }, "badgeProposals { id version }");
        return ((string)payload["badgeProposals"]![0]!["id"]!, 1);
    }

    private static async Task<(string Id, int Version)> DecidedAsync(Attacker attacker)
    {
        var round = await attacker.Own.Clerk.OpenBadgeRoundAsync();
        var proposal = await ProposedAsync(attacker, round);
        await CheckAsync(attacker, proposal);
        await attacker.Own.Clerk.DoAsync("decideBadgeRound", new { roundId = round, expectedVersion = 1, decision = Clerk.MemberDecision() }, "badgeRound { id }");
        return (proposal.Id, 3);
    }

    private static Task CheckAsync(Attacker attacker, (string Id, int Version) proposal) => attacker.Own.Clerk.DoAsync(
        "reviewBadgeProposals", new { proposals = new[] { Named(proposal) }, areRight = true }, "badgeProposals { id }");

    private static async Task<(string Id, int Version)> HolderAsync(Attacker attacker)
    {
        var (id, version) = await NewVeteranAsync(attacker);
        var member = (await attacker.Own.Clerk.DoAsync(
            "recordBadge", new { memberId = id, expectedVersion = version, years = 30, awardedOn = "2021-05-19" }, "member { version }"))["member"]!;
        return (id, (int)member["version"]!);
    }

    private static object Named((string Id, int Version) proposal) => new { id = proposal.Id, expectedVersion = proposal.Version };
}
