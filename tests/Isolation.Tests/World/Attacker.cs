using System.Collections.Concurrent;
using Modular.Isolation.Tests.Cases;
using Modular.TestKit.Hosts;

namespace Modular.Isolation.Tests.World;

/// <summary>Somebody who may do everything in their own branch, and wants to learn of another.</summary>
/// <param name="Name">Who it is.</param>
/// <param name="User">The account.</param>
/// <param name="Client">The connection.</param>
/// <param name="Own">Where they may do everything.</param>
/// <param name="Open">The types whose objects they may read anyway, and why.</param>
internal sealed record Attacker(string Name, TestUser User, TestClient Client, Branch Own, IReadOnlyDictionary<string, string> Open)
{
    /// <summary>As many as keep a small machine busy, and fewer than a user may ask at once.</summary>
    private const int AskedAtOnce = 4;

    /// <summary>What users of one province may know of each other's branches.</summary>
    public static IReadOnlyDictionary<string, string> OpenInsideAProvince { get; } = new Dictionary<string, string>
    {
        ["Organization"] = "The directory of organizations holds no personal data; every user needs it to name another organization.",
        ["OrganizationEvent"] = "The life of an organization is part of the directory.",
        ["DecisionDocument"] = "Number, day and authority of a decision on an organization are part of the directory.",
        ["PartyAgency"] = "Sort, name and days of an agency of a committee are part of the directory.",
        ["BadgeRound"] = "An award day and a decision hold no personal data; who is proposed is shown within reach.",
        ["CardCheckRound"] = "A number and a day hold no personal data; what was seen of cards is shown within reach.",
        ["User"] = "Whoever gives roles names users; an account belongs to the province and to no branch of it.",
    };

    /// <summary>The answers to all cases as the world stands now, by name. Several are asked at once: questions change nothing.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AskAsync(IReadOnlyList<ReadingCase> cases)
    {
        var answers = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = AskedAtOnce },
            async (asked, _) => answers[asked.Name] = await AskAsync(asked.Document));
        return answers;
    }

    /// <summary>A grant of the attacker's own that may be delegated.</summary>
    public async Task<string> OwnGrantAsync() =>
        (string)(await Client.ExecuteAsync("{ viewer { grants { id } } }")).Data["viewer"]!["grants"]![0]!["id"]!;

    /// <summary>A role that the attacker has defined, as far as they may.</summary>
    public async Task<string> RoleAsync()
    {
        var id = $"role-{Clerk.NextNumber()}";
        await Client.ExecuteAsync(
            "mutation ($input: DefineRoleInput!) { defineRole(input: $input) { errors { __typename } } }",
            new
            {
                input = new
                {
                    id,
                    title = "Reader",
                    vietnameseTitle = "Người xem",
                    permissions = new[] { new { name = "organizations.read", mayUse = true, mayGive = true } },
                    requiresSecondFactor = false,
                    reason = "Asked for.",
                },
            });
        return id;
    }

    /// <summary>A work item of the attacker's own branch, as it stands now.</summary>
    public async Task<(string Id, int Version)> WorkItemAsync()
    {
        var item = (await Client.ExecuteAsync("{ workItems(first: 1) { nodes { id version } } }")).Data["workItems"]!["nodes"]![0]!;
        return ((string)item["id"]!, (int)item["version"]!);
    }

    /// <summary>An export of the attacker's own that awaits approval, as it stands now.</summary>
    public async Task<(string Id, int Version)> ExportAsync()
    {
        const string Waiting = "{ exports(first: 1, where: {mine: true, state: {eq: AWAITING_APPROVAL}}) { nodes { id version } } }";
        var waiting = (await Client.ExecuteAsync(Waiting)).Data["exports"]!["nodes"]!.AsArray();
        var export = waiting.Count > 0 ? waiting[0]! : (await new Clerk(Client).DoAsync("requestExport", Clerk.SensitiveExport("Own", "My own work"), "export { id version }"))["export"]!;
        return ((string)export["id"]!, (int)export["version"]!);
    }

    /// <summary>A session of the attacker's own beside the present one.</summary>
    public async Task<string> OtherSessionAsync()
    {
        using var elsewhere = new TestClient(Client.Http.BaseAddress!, Own.Province);
        await elsewhere.SignInAsync(User.Name, TestHost.Password);
        var sessions = (await elsewhere.ExecuteAsync("{ mySessions { id isCurrent } }")).Data["mySessions"]!.AsArray();
        return (string)sessions.Single(session => (bool)session!["isCurrent"]!)!["id"]!;
    }

    /// <summary>A dry run of the attacker's own.</summary>
    public async Task<string> ImportAsync()
    {
        var batch = Guid.CreateVersion7();
        await Clerk.SendAsync(
            Client, $"/{Own.Province.Slug}/graphql", new { format = "members", file = (string?)null, mode = "DRY_RUN", batchId = batch }, $"Họ và tên\nSố {Clerk.NextNumber()}",
            "own.csv", "batch { state }");
        return batch.ToString();
    }

    /// <summary>The whole answer to a question.</summary>
    public async Task<string> AskAsync(string document, object? variables = null)
    {
        var answer = await Client.ExecuteAsync(document, variables);
        return $"{(int)answer.Status} {answer.Body.ToJsonString(Json.Readable)}";
    }
}
