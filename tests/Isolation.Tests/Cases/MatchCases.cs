namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of match runs. A run is about a whole province and named by its import; one of somebody else is nobody's.</summary>
internal static class MatchCases
{
    public static IEnumerable<MutationCase> All()
    {
        yield return new MutationCase("decideMatchRows", _ => Task.FromResult<object>(new { batchId = Guid.NewGuid(), decision = "KEEP_OURS", positions = new[] { 1 } })) { Meets = "NOT_FOUND" };
        yield return new MutationCase("confirmMatch", async attacker => new { batchId = Guid.NewGuid(), position = 1, memberId = (await attacker.Own.NewMemberAsync()).Id }) { Meets = "NOT_FOUND" };
        yield return new MutationCase("closeMatchRun", _ => Task.FromResult<object>(new { batchId = Guid.NewGuid(), expectedVersion = 1, reason = "Done." })) { Meets = "NOT_FOUND" };
    }
}
