using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of lists of cards, of card checks and of ranges of CV numbers.</summary>
internal static class CardCases
{
    private static int opened = 10;

    public static IEnumerable<MutationCase> All()
    {
        yield return new MutationCase("issueCards", async attacker =>
        {
            var (id, version) = await attacker.Own.NewMemberAsync();
            return new
            {
                cards = new[] { new { memberId = id, expectedVersion = version, number = $"{37_000_000 + Clerk.NextNumber()}" } },
                kind = "CHIP",
                issue = "EXCHANGE",
                issuedOn = "2026-08-03",
                decision = Clerk.MemberDecision(),
            };
        });
        yield return new MutationCase("openCardCheckRound", _ => Task.FromResult<object>(new { ordinal = Interlocked.Increment(ref opened), checkedOn = "2026-06-01" }))
        {
            MeetsInABranch = "CARD_CHECK_ROUNDS_BELONG_TO_THE_PROVINCE",
        };
        yield return new MutationCase("recordCardChecks", async attacker => new
        {
            roundId = await RoundAsync(attacker),
            checks = new[] { new { memberId = (await attacker.Own.NewMemberAsync()).Id, finding = "STAMPED", checkedOn = "2026-07-06" } },
        });
        yield return new MutationCase("closeCardCheckRound", async attacker => new { id = await RoundAsync(attacker), expectedVersion = 1 })
        {
            MeetsInABranch = "CARD_CHECK_ROUNDS_BELONG_TO_THE_PROVINCE",
        };
        yield return new MutationCase("assignCvNumberRange", attacker => Task.FromResult<object>(RangeOf(attacker.Own.CellOne)))
        {
            MeetsInABranch = "CV_NUMBER_RANGES_BELONG_TO_THE_PROVINCE",
        };
        yield return new MutationCase("returnCard", async attacker =>
        {
            var (id, version) = await attacker.Own.NewMemberAsync();
            var left = (await attacker.Own.Clerk.DoAsync(
                "changeMemberStatus",
                new { memberId = id, expectedVersion = version, status = "EXPELLED", effectiveOn = "2026-08-01", asCorrection = true, reason = "Expelled.", decision = Clerk.MemberDecision() },
                "member { version }"))["member"]!;
            return new { memberId = id, expectedVersion = (int)left["version"]!, on = "2026-09-01", takenBy = "Committee" };
        });
        yield return new MutationCase("giveCvNumbers", async attacker =>
        {
            var (id, version) = await attacker.Own.Clerk.RegisterVeteranAsync(attacker.Own.CellOne);
            return new { members = new[] { new { memberId = id, expectedVersion = version, number = $"{Clerk.NextNumber() % 1_000_000:000000}XX" } } };
        });
    }

    /// <summary>A range that nothing else overlaps.</summary>
    public static object RangeOf(string organizationId)
    {
        var first = 1000 * (Interlocked.Increment(ref opened) + 100);
        return new { organizationId, letters = "XY", first, last = first + 9, decision = Clerk.MemberDecision() };
    }

    private static async Task<string> RoundAsync(Attacker attacker) => await attacker.Own.Clerk.OpenCardCheckRoundAsync(Interlocked.Increment(ref opened));
}
