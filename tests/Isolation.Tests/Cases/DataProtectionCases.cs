namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of requests of data subjects and of breaches that an attacker may make in their own branch.</summary>
internal static class DataProtectionCases
{
    public static IReadOnlyList<MutationCase> All { get; } = [.. OfRequests(), .. OfBreaches(), .. OfErasures()];

    private static IEnumerable<MutationCase> OfRequests()
    {
        yield return new MutationCase("fileSubjectRequest", _ => Task.FromResult<object>(new { kind = "KNOW", content = "Why?" })) { Meets = "ACCOUNT_BELONGS_TO_NO_MEMBER" };
        yield return new MutationCase("recordSubjectRequest", async attacker => new
        {
            memberId = (await attacker.Own.NewMemberAsync()).Id,
            kind = "KNOW",
            content = "Why?",
            receivedOn = "2026-08-03",
        });
        yield return OfRequest("acknowledgeSubjectRequest", 0, (id, version) => new { id, expectedVersion = version });
        yield return OfRequest("startSubjectRequest", 1, (id, version) => new { id, expectedVersion = version, involvesThirdParty = true });
        yield return OfRequest("extendSubjectRequest", 2, (id, version) => new { id, expectedVersion = version, days = 5, reason = "Much to do." });
        yield return OfRequest("prepareDataCopy", 2, (id, version) => new { id, expectedVersion = version });
        yield return OfRequest("completeSubjectRequest", 2, (id, version) => new { id, expectedVersion = version, result = "Told." });
        yield return OfRequest("refuseSubjectRequest", 2, (id, version) => new { id, expectedVersion = version, ground = "REPEATED", reason = "Told before." });
    }

    private static IEnumerable<MutationCase> OfBreaches()
    {
        yield return new MutationCase("recordBreach", attacker => Task.FromResult<object>(new
        {
            organizationId = attacker.Own.CommuneOne,
            detectedAt = "2026-08-03T02:00:00Z",
            description = "A list was lost.",
            dataKinds = "Names.",
            involvesSensitiveData = false,
        }));
        yield return OfBreach("assessBreach", 0, (id, version) => Assessment(id, version));
        yield return OfBreach("reportBreach", 1, (id, version) => Report(id, version));
        yield return OfBreach("tellBreachSubjects", 2, (id, version) => Notice(id, version));
        yield return OfBreach("closeBreach", 3, (id, version) => new { id, expectedVersion = version, conclusion = "Locked." });
    }

    // Data that are still to be kept are told apart from nobody's by nothing; who approves is always somebody else.
    private static IEnumerable<MutationCase> OfErasures()
    {
        yield return new MutationCase("proposeErasure", async attacker => new
        {
            memberIds = new[] { (await attacker.Own.NewMemberAsync()).Id },
            reason = "No longer kept.",
            decisionNumber = "9-QĐ/TU",
        })
        {
            Meets = "DATA_ARE_STILL_TO_BE_KEPT",
        };
        yield return new MutationCase("executeErasure", _ => Task.FromResult<object>(new { key = Guid.NewGuid(), expectedVersion = 1 })) { Meets = "NOT_FOUND" };
        yield return new MutationCase("rejectErasure", _ => Task.FromResult<object>(new { key = Guid.NewGuid(), expectedVersion = 1, reason = "Kept." })) { Meets = "NOT_FOUND" };
    }

    private static object Assessment(string id, int version) => new { id, expectedVersion = version, personsAffected = 3, risk = "LOW", measures = "Locked." };

    private static object Report(string id, int version) => new { id, expectedVersion = version, notifiedAt = "2026-08-04T02:00:00Z", reference = "7-BC" };

    private static object Notice(string id, int version) => new { id, expectedVersion = version, notifiedAt = "2026-08-05T02:00:00Z", how = "By letter." };

    /// <summary>A step after so many others.</summary>
    private static MutationCase OfRequest(string mutation, int after, Func<string, int, object> input) => new(mutation, async attacker =>
    {
        var request = await attacker.Own.Clerk.RecordRequestAsync((await attacker.Own.NewMemberAsync()).Id, "Please.", "ACCESS");
        foreach (var before in new[] { "acknowledgeSubjectRequest", "startSubjectRequest" }.Take(after))
            request = await attacker.Own.Clerk.StepAsync(before, request, "subjectRequest");
        return input(request.Id, request.Version);
    });

    private static MutationCase OfBreach(string mutation, int after, Func<string, int, object> input) => new(mutation, async attacker =>
    {
        var breach = await attacker.Own.Clerk.RecordBreachAsync(attacker.Own.CommuneOne, "A list was lost.");
        foreach (var (before, made) in new (string, Func<string, int, object>)[] { ("assessBreach", Assessment), ("reportBreach", Report), ("tellBreachSubjects", Notice) }.Take(after))
        {
            var stepped = (await attacker.Own.Clerk.DoAsync(before, made(breach.Id, breach.Version), "breach { id version }"))["breach"]!;
            breach = ((string)stepped["id"]!, (int)stepped["version"]!);
        }

        return input(breach.Id, breach.Version);
    });
}
