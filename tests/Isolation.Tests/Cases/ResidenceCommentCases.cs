using System.Text.Json.Nodes;
using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of comments of the residence that an attacker may make in their own branch, where both ends are.</summary>
internal static class ResidenceCommentCases
{
    private static readonly (string Mutation, object More)[] Steps =
    [
        ("signResidenceComments", new { reviewedOn = Today, frontRepresentative = "Lê Thị Trận", signedBy = "Phạm Văn Bí" }),
        ("certifyResidenceComments", new { certifiedBy = "Nguyễn Văn Chứng" }),
        ("sendResidenceComments", new { }),
        ("receiveResidenceComments", new { }),
        ("tellResidenceComments", new { }),
    ];

    public static IReadOnlyList<MutationCase> All { get; } =
    [
        new MutationCase("openResidenceCommentRound", attacker => Task.FromResult<object>(Round(attacker.Own.CommuneOne, "Own."))),
        new MutationCase("requestResidenceComments", async attacker =>
            Asking(await ResidenceCases.KeepingContactAsync(attacker.Own, await attacker.Own.NewCellAsync(), attacker.Own.CommuneTwo), "Own.")),
        new MutationCase("draftResidenceComments", async attacker => Draft(await AskedAsync(attacker.Own), "Fine.")),
        new MutationCase("returnResidenceCommentRequests", async attacker => Naming(await AskedAsync(attacker.Own), new { reason = "NOT_IN_CONTACT", note = "Never came." })),
        new MutationCase("sendBackResidenceComments", async attacker => Naming(await WrittenAsync(attacker.Own, 1), new { reason = "Too general." })),
        .. Steps.Select((step, index) => new MutationCase(step.Mutation, async attacker => Naming(await WrittenAsync(attacker.Own, index), step.More))),
        new MutationCase("stateOnResidenceComment", async attacker =>
            new { id = await CommentOfAsync(attacker.Own, (await WrittenAsync(attacker.Own, Steps.Length)).Id), expectedVersion = 6, statement = "Not so." }) { Meets = "NOT_FOUND" },
        new MutationCase("answerResidenceCommentStatement", async attacker =>
            new { id = await CommentOfAsync(attacker.Own, (await WrittenAsync(attacker.Own, Steps.Length)).Id), expectedVersion = 6, answer = "Yes." })
        {
            Meets = "NO_STATEMENT_WAITS_FOR_AN_ANSWER",
        },
        new MutationCase("lookForResidenceIndicators", attacker => Task.FromResult<object>(Looking(attacker.Own.CellOne))),
        new MutationCase("closeResidenceIndicator", async attacker =>
        {
            var (id, version) = await SilentAsync(attacker.Own);
            return new { id, expectedVersion = version, note = "Looked into." };
        }),
    ];

    private static string Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).Date).ToString("o");

    /// <summary>A round, and a comment that the workplace has: the round, the request and the comment.</summary>
    public static async Task<(string Round, string Request, string Comment)> CommentedAsync(Branch branch, string secret)
    {
        var round = (await branch.Clerk.DoAsync("openResidenceCommentRound", Round(branch.CommuneOne, secret), "residenceCommentRound { id }"))["residenceCommentRound"]!;
        // No organization comes into being with it: the directory is open to the whole province.
        var request = await WrittenAsync(branch, Steps.Length, secret, (branch.CellTwo, branch.CommuneOne));
        return ((string)round["id"]!, request.Id, await CommentOfAsync(branch, request.Id));
    }

    /// <summary>An indicator that somebody looked into.</summary>
    public static async Task<string> LookedIntoAsync(Branch branch, string secret)
    {
        var (id, version) = await SilentAsync(branch, (branch.CellOne, branch.CommuneOne));
        await branch.Clerk.DoAsync("closeResidenceIndicator", new { id, expectedVersion = version, note = secret }, "residenceIndicator { id }");
        return id;
    }

    private static async Task<(string Id, int Version)> SilentAsync(Branch branch, (string Cell, string Receiver)? at = null)
    {
        var (cell, receiver) = at ?? (await branch.NewCellAsync(), branch.CommuneTwo);
        await ResidenceCases.HeldAsync(branch, cell, receiver, "Report.");
        var found = (await branch.Clerk.DoAsync("lookForResidenceIndicators", Looking(cell), "residenceIndicators { id version }"))["residenceIndicators"]![0]!;
        return ((string)found["id"]!, (int)found["version"]!);
    }

    // The year of the meetings that cases hold.
    private static object Looking(string organizationId) => new { organizationId, year = 2026 };

    private static async Task<(string Id, int Version)> WrittenAsync(Branch branch, int steps, string text = "Fine.", (string Cell, string Receiver)? at = null)
    {
        var request = Only(await branch.Clerk.DoAsync("draftResidenceComments", Draft(await AskedAsync(branch, text, at), text), "residenceCommentRequests { id version }"));
        foreach (var (mutation, more) in Steps.Take(steps))
            request = Only(await branch.Clerk.DoAsync(mutation, Naming(request, more), "residenceCommentRequests { id version }"));
        return request;
    }

    private static async Task<(string Id, int Version)> AskedAsync(Branch branch, string note = "Own.", (string Cell, string Receiver)? at = null)
    {
        var (cell, receiver) = at ?? (await branch.NewCellAsync(), branch.CommuneTwo);
        var introduction = await ResidenceCases.KeepingContactAsync(branch, cell, receiver);
        return Only(await branch.Clerk.DoAsync("requestResidenceComments", Asking(introduction, note), "residenceCommentRequests { id version }"));
    }

    private static async Task<string> CommentOfAsync(Branch branch, string request)
    {
        var found = await branch.Clerk.Client.ExecuteAsync("query ($id: ID!) { residenceCommentRequest(id: $id) { comments { id } } }", new { id = request });
        return (string)found.Data["residenceCommentRequest"]!["comments"]![0]!["id"]!;
    }

    private static object Round(string organizationId, string note) => new
    {
        organizationId,
        year = DateOnly.Parse(Today, System.Globalization.CultureInfo.InvariantCulture).Year,
        dueOn = Today,
        note,
    };

    private static object Asking((string Id, int Version) introduction, string note) =>
        new { introductions = new[] { new { id = introduction.Id, expectedVersion = introduction.Version } }, purpose = "APPOINTMENT", note };

    private static object Draft((string Id, int Version) request, string text) => new
    {
        comments = new[]
        {
            new
            {
                id = request.Id,
                expectedVersion = request.Version,
                level = "ORDINARY",
                marks = new[] { "EXAMPLE", "CITIZEN", "MEETINGS", "PEOPLE", "PROPAGANDA" }.Select(criterion => new { criterion, level = "ORDINARY" }).ToArray(),
                strengths = text,
                shortcomings = text,
            },
        },
    };

    private static JsonObject Naming((string Id, int Version) request, object more)
    {
        var input = System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        input["requests"] = new JsonArray(new JsonObject { ["id"] = request.Id, ["expectedVersion"] = request.Version });
        return input;
    }

    private static (string Id, int Version) Only(JsonNode payload)
    {
        var request = payload["residenceCommentRequests"]![0]!;
        return ((string)request["id"]!, (int)request["version"]!);
    }
}
