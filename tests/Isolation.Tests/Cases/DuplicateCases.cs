using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes by which persons are told apart.</summary>
internal static class DuplicateCases
{
    public static IEnumerable<MutationCase> All()
    {
        yield return new MutationCase("tellPersonsApart", async attacker => await PairAsync(attacker));
        yield return new MutationCase("reopenDuplicates", async attacker => await PairAsync(attacker));
    }

    private static async Task<object> PairAsync(Attacker attacker) => new
    {
        pairs = new[] { new { firstId = (await attacker.Own.NewMemberAsync()).Id, secondId = attacker.Own.Member.Id } },
        reason = "Seen.",
    };
}
