using System.Text.Json.Nodes;
using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of residence liaison that an attacker may make in their own branch: the committee of the members' cell is the commune committee too.</summary>
internal static class ResidenceCases
{
    private const string Day = "2026-09-01";

    public static IReadOnlyList<MutationCase> All { get; } =
    [
        new MutationCase("reviewResidenceList", attacker => Task.FromResult<object>(new { organizationId = attacker.Own.CellOne })),
        Of("issueResidenceLetters", 0, own => new { receiverId = own.CommuneOne, on = Day, signedBy = "Nguyễn Văn Ký" }),
        Of("receiveResidenceLetters", 1, _ => new { on = Day }),
        Of("assignResidenceCell", 2, own => new { cellId = own.CellTwo, on = Day }),
        Of("informResidenceMembers", 3, _ => new { on = Day }),
        Of("returnResidenceLetters", 3, _ => new { reason = "NOT_LIVING_THERE", note = "Gone.", on = Day }),
        Of("setResidenceCategory", 0, _ => new { category = "EXEMPT_FROM_INTRODUCTION", reason = "Secret task." }),
        new MutationCase("assignResidenceFollower", async attacker =>
        {
            var input = Naming(await ListedAsync(attacker.Own, (await attacker.Own.NewMemberAsync()).Id));
            input["followerId"] = (await attacker.Own.NewMemberAsync()).Id;
            return input;
        })
        {
            Meets = "FOLLOWER_IS_NOT_IN_THE_COMMITTEE",
        },
        new MutationCase("closeResidenceYear", async attacker => new { organizationId = await attacker.Own.NewCellAsync(), year = 2025 }),
        .. OfMeetings(),
        .. OfNotices(),
    ];

    /// <summary>A proposal of the residence about a member who was introduced.</summary>
    public static async Task<(string Id, int Version)> ProposedAsync(Branch branch, string introductionId, string content) => Of((await branch.Clerk.DoAsync(
        "sendResidenceNotices", new { introductionIds = new[] { introductionId }, kind = "PRAISE_PROPOSED", content }, "residenceNotices { id version }"))["residenceNotices"]![0]!);

    private static IEnumerable<MutationCase> OfNotices()
    {
        yield return new MutationCase("sendResidenceNotices", async attacker =>
            new { introductionIds = new[] { (await IntroducedAsync(attacker.Own, await LivingMemberAsync(attacker.Own))).Id }, kind = "MESSAGE", direction = "TO_RESIDENCE", content = "Greetings." });
        yield return new MutationCase("readResidenceNotices", async attacker => Noticing(await NoticeAsync(attacker.Own)));
        yield return new MutationCase("acknowledgeResidenceNotices", async attacker => Noticing(await NoticeAsync(attacker.Own)));
        yield return new MutationCase("answerResidenceProposals", async attacker => Noticing(await NoticeAsync(attacker.Own), new { result = "ACCEPTED", answer = "Done." }));
    }

    private static async Task<(string Id, int Version)> NoticeAsync(Branch branch) =>
        await ProposedAsync(branch, (await IntroducedAsync(branch, await LivingMemberAsync(branch))).Id, "Helpful.");

    private static JsonObject Noticing((string Id, int Version) notice, object? more = null)
    {
        var input = more is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        input["notices"] = new JsonArray(new JsonObject { ["id"] = notice.Id, ["expectedVersion"] = notice.Version });
        return input;
    }

    /// <summary>A meeting that was held, at which a member said something: the meeting, the introduction of the member, and the opinion.</summary>
    public static async Task<(string Meeting, string Introduction, string Opinion)> MetAsync(Branch branch, string cell, string receiver, string agenda)
    {
        var (meeting, introduction) = await HeldAsync(branch, cell, receiver, agenda);
        var said = (await branch.Clerk.DoAsync(
            "recordResidenceOpinions", Opinions(meeting, introduction), "residenceMeeting { opinions(first: 1) { nodes { id } } }"))["residenceMeeting"]!;
        return (meeting.Id, introduction, (string)said["opinions"]!["nodes"]![0]!["id"]!);
    }

    private static IEnumerable<MutationCase> OfMeetings()
    {
        yield return new MutationCase("planResidenceMeeting", async attacker => Plan(await attacker.Own.NewCellAsync(), "Talk."));
        yield return new MutationCase("inviteToResidenceMeeting", async attacker =>
        {
            var cell = await attacker.Own.NewCellAsync();
            await KeepingContactAsync(attacker.Own, cell, attacker.Own.CommuneTwo);
            return Changing(await PlannedAsync(attacker.Own, cell, "Talk."));
        });
        yield return new MutationCase("cancelResidenceMeeting", async attacker =>
        {
            var (id, version) = await PlannedAsync(attacker.Own, await attacker.Own.NewCellAsync(), "Talk.");
            return new { id, expectedVersion = version, reason = "Storm." };
        });
        yield return new MutationCase("recordResidenceMeeting", async attacker =>
        {
            var ((id, version), introduction) = await HeldAsync(attacker.Own, await attacker.Own.NewCellAsync(), attacker.Own.CommuneTwo, "Talk.");
            return new { id, expectedVersion = version, heldOn = Day, attendances = new[] { new { introductionId = introduction, kind = "PRESENT" } } };
        });
        yield return new MutationCase("recordResidenceOpinions", async attacker =>
        {
            var (meeting, introduction) = await HeldAsync(attacker.Own, await attacker.Own.NewCellAsync(), attacker.Own.CommuneTwo, "Talk.");
            return Opinions(meeting, introduction);
        });
        yield return new MutationCase("answerResidenceOpinion", async attacker =>
            new { id = (await MetAsync(attacker.Own, await attacker.Own.NewCellAsync(), attacker.Own.CommuneTwo, "Talk.")).Opinion, expectedVersion = 1, answer = "Yes." });
    }

    /// <summary>A meeting that was held, in which nobody spoke yet: the meeting and the introduction of the member who came.</summary>
    public static async Task<((string Id, int Version) Meeting, string Introduction)> HeldAsync(Branch branch, string cell, string receiver, string agenda)
    {
        var (introduction, _) = await KeepingContactAsync(branch, cell, receiver);
        var meeting = Of((await branch.Clerk.DoAsync(
            "inviteToResidenceMeeting", Changing(await PlannedAsync(branch, cell, agenda)), "residenceMeeting { id version }"))["residenceMeeting"]!);
        meeting = Of((await branch.Clerk.DoAsync(
            "recordResidenceMeeting", new { id = meeting.Id, expectedVersion = meeting.Version, heldOn = Day }, "residenceMeeting { id version }"))["residenceMeeting"]!);
        return (meeting, introduction);
    }

    /// <summary>The introduction of a member who was assigned to a cell.</summary>
    public static async Task<(string Id, int Version)> KeepingContactAsync(Branch branch, string cell, string receiver)
    {
        var introduction = await ListedAsync(branch, await LivingMemberAsync(branch));
        introduction = await StepAsync(branch, "issueResidenceLetters", introduction, new { receiverId = receiver, on = "2026-08-17" });
        introduction = await StepAsync(branch, "receiveResidenceLetters", introduction, new { on = "2026-08-18" });
        return await StepAsync(branch, "assignResidenceCell", introduction, new { cellId = cell, on = "2026-08-19" });
    }

    private static async Task<(string Id, int Version)> PlannedAsync(Branch branch, string cell, string agenda) =>
        Of((await branch.Clerk.DoAsync("planResidenceMeeting", Plan(cell, agenda), "residenceMeeting { id version }"))["residenceMeeting"]!);

    private static object Plan(string cellId, string agenda) => new { cellId, period = "SECOND_HALF", plannedOn = Day, agenda };

    private static object Changing((string Id, int Version) changed) => new { id = changed.Id, expectedVersion = changed.Version };

    private static object Opinions((string Id, int Version) meeting, string introductionId) =>
        new { id = meeting.Id, expectedVersion = meeting.Version, opinions = new[] { new { introductionId, content = "The road is broken." } } };

    private static (string Id, int Version) Of(JsonNode node) => ((string)node["id"]!, (int)node["version"]!);

    /// <summary>A member whose letter was issued.</summary>
    public static async Task<(string Id, int Version)> IntroducedAsync(Branch branch, string member) =>
        await StepAsync(branch, "issueResidenceLetters", await ListedAsync(branch, member), new { receiverId = branch.CommuneOne, on = "2026-08-17" });

    private static MutationCase Of(string mutation, int after, Func<Branch, object> more) => new(mutation, async attacker =>
    {
        var introduction = await ListedAsync(attacker.Own, await LivingMemberAsync(attacker.Own));
        var steps = new (string Mutation, object More)[]
        {
            ("issueResidenceLetters", new { receiverId = attacker.Own.CommuneOne, on = "2026-08-17" }),
            ("receiveResidenceLetters", new { on = "2026-08-18" }),
            ("assignResidenceCell", new { cellId = attacker.Own.CellTwo, on = "2026-08-19" }),
        };
        foreach (var (step, with) in steps.Take(after))
            introduction = await StepAsync(attacker.Own, step, introduction, with);
        return Naming(introduction, more(attacker.Own));
    });

    private static async Task<string> LivingMemberAsync(Branch branch)
    {
        var member = await branch.NewMemberAsync();
        await branch.Clerk.DoAsync(
            "recordAddress",
            new { memberId = member.Id, expectedVersion = member.Version, residence = new { kind = "PERMANENT", address = "Số 1", from = "2026-08-03" } },
            "member { id }");
        return member.Id;
    }

    /// <summary>The introduction of a member whom a review of the list has found.</summary>
    private static async Task<(string Id, int Version)> ListedAsync(Branch branch, string member)
    {
        await branch.Clerk.DoAsync("reviewResidenceList", new { organizationId = branch.CellOne }, "residenceListReviews { listed }");
        var listed = await branch.Clerk.Client.ExecuteAsync("query ($id: ID!) { member(id: $id) { residence { assignment { id version } } } }", new { id = member });
        JsonNode introduction = listed.Data["member"]!["residence"]!["assignment"]!;
        return ((string)introduction["id"]!, (int)introduction["version"]!);
    }

    private static async Task<(string Id, int Version)> StepAsync(Branch branch, string mutation, (string Id, int Version) introduction, object more)
    {
        JsonNode stepped = (await branch.Clerk.DoAsync(mutation, Naming(introduction, more), "residenceIntroductions { id version }"))["residenceIntroductions"]![0]!;
        return ((string)stepped["id"]!, (int)stepped["version"]!);
    }

    private static JsonObject Naming((string Id, int Version) introduction, object? more = null)
    {
        var input = more is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        input["introductions"] = new JsonArray(new JsonObject { ["id"] = introduction.Id, ["expectedVersion"] = introduction.Version });
        return input;
    }
}
