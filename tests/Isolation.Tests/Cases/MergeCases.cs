using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes by which two records become one. Who carries one out is always somebody else, so that of the attacker's own they meet what of nobody's they meet.</summary>
internal static class MergeCases
{
    public static IEnumerable<MutationCase> All()
    {
        yield return new MutationCase("proposeMemberMerge", async attacker =>
        {
            var (kept, dropped) = (await NewRecordAsync(attacker), await NewRecordAsync(attacker));
            return new
            {
                keptId = kept.Id,
                keptVersion = kept.Version,
                droppedId = dropped.Id,
                droppedVersion = dropped.Version,
                reason = "Twice.",
                document = Clerk.MemberDecision(),
            };
        });
        yield return new MutationCase("mergeMembers", _ => Task.FromResult<object>(new { key = Guid.NewGuid(), expectedVersion = 1, keptVersion = 1, droppedVersion = 1 })) { Meets = "NOT_FOUND" };
        yield return new MutationCase("rejectMemberMerge", _ => Task.FromResult<object>(new { key = Guid.NewGuid(), expectedVersion = 1, reason = "No." })) { Meets = "NOT_FOUND" };
        yield return new MutationCase("undoMemberMerge", _ => Task.FromResult<object>(new { key = Guid.NewGuid(), expectedVersion = 1, reason = "No." })) { Meets = "NOT_FOUND" };
    }

    // Without a number of identity: two numbers are two persons.
    private static Task<(string Id, int Version)> NewRecordAsync(Attacker attacker) => attacker.Own.Clerk.RegisterAsync(new
    {
        organizationId = attacker.Own.CellOne,
        since = "2016-01-05",
        status = "OFFICIAL",
        person = new { fullName = $"Mai Thị {string.Concat($"{Clerk.NextNumber()}".Select(digit => (char)('A' + digit - '0')))}", sex = "FEMALE", birthDate = "1981-03-05", ethnicGroup = "KINH" },
        membership = new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
    });
}
