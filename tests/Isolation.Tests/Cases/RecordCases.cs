using System.Text.Json.Nodes;
using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The changes of member sheets.</summary>
internal static class RecordCases
{
    private static readonly string[] Tables = ["career", "trainings", "honours", "tripsAbroad", "foreignTies", "family"];

    public static IEnumerable<MutationCase> All() =>
    [
        .. OfSlips(),
        .. OfRequests(),
        .. OfDocuments(),
        new MutationCase("updateMemberRecord", async attacker =>
        {
            var member = await attacker.Own.NewMemberAsync();
            var (lines, version) = await attacker.Own.Clerk.WriteRecordAsync(member, "Lines.");
            return new { memberId = member.Id, expectedVersion = version, changes = EveryLine(lines), reason = "Told." };
        }),
    ];

    /// <summary>Hands in a slip with one change.</summary>
    public static async Task<(string Id, int Version)> SubmitSlipAsync(this Clerk clerk, (string Id, int Version) member, string text)
    {
        var slip = (await clerk.DoAsync(
            "submitSupplementSlip",
            new { memberId = member.Id, expectedVersion = member.Version, year = 2025, changes = new { person = new { occupation = text } }, remark = text },
            "supplementSlip { id version }"))["supplementSlip"]!;
        return ((string)slip["id"]!, (int)slip["version"]!);
    }

    /// <summary>A member asks to have one thing changed.</summary>
    public static async Task<(string Id, int Version)> AskForChangeAsync(this Branch branch, string text)
    {
        var member = await branch.NewMemberAsync();
        using var own = await branch.SignInMember(member.Id);
        return await new Clerk(own).AskForChangeAsync(member.Version, text);
    }

    /// <summary>A member asks to have one thing changed in their own record.</summary>
    public static async Task<(string Id, int Version)> AskForChangeAsync(this Clerk own, int version, string text)
    {
        var request = (await own.DoAsync(
            "requestRecordChange",
            new { expectedVersion = version, changes = new { person = new { occupation = text } }, reason = text },
            "recordChangeRequest { id version }"))["recordChangeRequest"]!;
        return ((string)request["id"]!, (int)request["version"]!);
    }

    /// <summary>Records a paper in a member's file.</summary>
    public static async Task<(string Id, int Version)> FilePaperAsync(this Clerk clerk, (string Id, int Version) member, string text)
    {
        var document = (await clerk.DoAsync(
            "recordMemberDocument", new { memberId = member.Id, expectedVersion = member.Version, paper = Paper(text) }, "memberDocument { id version }"))["memberDocument"]!;
        return ((string)document["id"]!, (int)document["version"]!);
    }

    private static object Paper(string text) => new { kind = "OTHER", title = text, number = "7-BC", keptAt = text };

    private static IEnumerable<MutationCase> OfDocuments()
    {
        yield return new MutationCase("recordMemberDocument", async attacker =>
        {
            var (id, version) = await attacker.Own.NewMemberAsync();
            return new { memberId = id, expectedVersion = version, paper = Paper("Paper.") };
        });
        yield return new MutationCase("changeMemberDocument", async attacker =>
        {
            var (id, version) = await attacker.Own.Clerk.FilePaperAsync(await attacker.Own.NewMemberAsync(), "Paper.");
            return new { id, expectedVersion = version, paper = Paper("Other.") };
        });
        yield return new MutationCase("removeMemberDocument", async attacker =>
        {
            var (id, version) = await attacker.Own.Clerk.FilePaperAsync(await attacker.Own.NewMemberAsync(), "Paper.");
            return new { id, expectedVersion = version, reason = "Misfiled." };
        });
    }

    private static IEnumerable<MutationCase> OfSlips()
    {
        yield return new MutationCase("submitSupplementSlip", async attacker =>
        {
            var member = await attacker.Own.NewMemberAsync();
            var (lines, version) = await attacker.Own.Clerk.WriteRecordAsync(member, "Lines.");
            return new { memberId = member.Id, expectedVersion = version, year = 2025, changes = new { record = EveryLine(lines) } };
        });
        yield return new MutationCase("acceptSupplementSlips", async attacker =>
        {
            var (id, version) = await attacker.Own.Clerk.SubmitSlipAsync(await attacker.Own.NewMemberAsync(), "Teacher.");
            return new { slips = new[] { new { id, expectedVersion = version } } };
        });
        yield return new MutationCase("returnSupplementSlip", async attacker =>
        {
            var (id, version) = await attacker.Own.Clerk.SubmitSlipAsync(await attacker.Own.NewMemberAsync(), "Teacher.");
            return new { id, expectedVersion = version, ground = "Incomplete." };
        });
    }

    // Whoever attacks is no member, so that they have no record of their own.
    private static IEnumerable<MutationCase> OfRequests()
    {
        yield return new MutationCase("requestRecordChange", async attacker =>
        {
            var (lines, version) = await attacker.Own.Clerk.WriteRecordAsync(await attacker.Own.NewMemberAsync(), "Lines.");
            return new { expectedVersion = version, changes = new { record = EveryLine(lines) }, reason = "Told." };
        })
        {
            Meets = "ACCOUNT_IS_OF_NO_MEMBER",
        };
        yield return new MutationCase("withdrawRecordChange", async attacker =>
        {
            var (id, version) = await attacker.Own.AskForChangeAsync("Teacher.");
            return new { id, expectedVersion = version };
        })
        {
            Meets = "NOT_FOUND",
        };
        yield return new MutationCase("decideRecordChange", async attacker =>
        {
            var (id, version) = await attacker.Own.AskForChangeAsync("Teacher.");
            return new { id, expectedVersion = version, isApproved = true };
        });
    }

    /// <summary>Changes that fill every table with two lines.</summary>
    public static JsonObject TwoLinesEach(string text)
    {
        var changes = new JsonObject { ["particulars"] = new JsonObject { ["health"] = text }, ["admissions"] = new JsonArray(new JsonObject { ["ordinal"] = 1, ["firstSponsor"] = text }) };
        foreach (var table in Tables)
            changes[table] = new JsonObject { ["put"] = new JsonArray(Line(table, text, "2001-01-01", "2003-01-01"), Line(table, text, "2004-01-01", "2006-01-01")) };
        return changes;
    }

    /// <summary>Changes that replace the first line of every table and take out the second.</summary>
    public static JsonObject EveryLine(IReadOnlyDictionary<string, string[]> lines)
    {
        var changes = new JsonObject();
        foreach (var table in Tables)
        {
            var line = Line(table, "Other.", "2001-01-01", "2003-01-01");
            line["id"] = lines[table][0];
            changes[table] = new JsonObject { ["put"] = new JsonArray(line), ["remove"] = new JsonArray(lines[table][1]) };
        }

        return changes;
    }

    /// <summary>Writes a sheet with two lines in every table, and answers their ids by table, with the member's version.</summary>
    public static async Task<(IReadOnlyDictionary<string, string[]> Lines, int Version)> WriteRecordAsync(this Clerk clerk, (string Id, int Version) member, string text)
    {
        var ids = string.Join(' ', Tables.Select(table => $"{table} {{ id }}"));
        var payload = await clerk.DoAsync(
            "updateMemberRecord", new { memberId = member.Id, expectedVersion = member.Version, changes = TwoLinesEach(text) }, $"member {{ version record {{ {ids} }} }}");
        var written = payload["member"]!;
        return (Tables.ToDictionary(table => table, table => written["record"]![table]!.AsArray().Select(line => (string)line!["id"]!).ToArray()), (int)written["version"]!);
    }

    private static JsonObject Line(string table, string text, string from, string until) => table switch
    {
        "career" => new JsonObject { ["beganOn"] = from, ["endedOn"] = until, ["work"] = text },
        "trainings" => new JsonObject { ["kind"] = "PROFESSIONAL", ["school"] = text, ["subject"] = text, ["beganOn"] = from, ["endedOn"] = until, ["form"] = "FULL_TIME" },
        "honours" => new JsonObject { ["kind"] = "REWARD", ["title"] = text, ["awardedOn"] = from },
        "tripsAbroad" => new JsonObject { ["beganOn"] = from, ["endedOn"] = until, ["countries"] = text, ["purpose"] = text },
        "foreignTies" => new JsonObject { ["kind"] = "RELATIVE", ["name"] = text, ["country"] = text },
        _ => new JsonObject { ["relation"] = "SIBLING", ["fullName"] = text },
    };
}
