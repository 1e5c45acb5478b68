using System.Text;
using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Reorganizing;

/// <summary>Schemes of reorganization over HTTP.</summary>
internal static class Schemes
{
    private const string Problems = "errors { __typename ... on Problem { field code message rule { id } } }";

    /// <summary>Drafts, has appraised and decides a scheme.</summary>
    /// <returns>What was refused, as <c>steps[0].targetId ORG-25 CODE</c>; empty where it was carried out.</returns>
    public static async Task<string[]> ReorganizeAsync(this Register register, string effectiveOn, params object[] steps)
    {
        var (id, version) = await register.SchemeAsync(effectiveOn, steps);
        return await register.DecideAsync(id, version, effectiveOn);
    }

    /// <summary>A scheme that is drafted and appraised.</summary>
    public static async Task<(string Id, int Version)> SchemeAsync(this Register register, string effectiveOn, params object[] steps)
    {
        var drafted = await register.DoAsync("draftReorganization", "DraftReorganizationInput", new { superiorId = register.Root, title = "Sắp xếp", effectiveOn, steps });
        Assert.Equal("[]", drafted["errors"]!.ToJsonString());
        var id = (string)drafted["reorganization"]!["id"]!;
        var appraised = await register.DoAsync(
            "appraiseReorganization", "AppraiseReorganizationInput", new { id, expectedVersion = 1, appraisedOn = "2026-01-05", appraisedBy = "Ban Tổ chức Tỉnh ủy" });
        return (id, (int)appraised["reorganization"]!["version"]!);
    }

    public static async Task<string[]> DecideAsync(this Register register, string id, int version, string decidedOn)
    {
        var decided = await register.DoAsync(
            "decideReorganization",
            "DecideReorganizationInput",
            new { id, expectedVersion = version, number = "1533-QĐ/TU", decidedOn, authority = "Ban Thường vụ Tỉnh ủy" });
        return [.. decided["errors"]!.AsArray().Select(error => $"{error!["field"]} {error["rule"]?["id"]} {error["code"]}")];
    }

    /// <summary>How many official members an organization has with all below it on a day.</summary>
    public static async Task<int> CountAsync(this Register register, string organization, string day)
    {
        var answer = await register.Officer.ExecuteAsync(
            "query ($id: ID!, $day: Date) { organization(id: $id) { memberCount(asOf: $day, includeSubtree: true) } }", new { id = organization, day });
        return (int)answer.Data["organization"]!["memberCount"]!;
    }

    /// <summary>Takes a file in.</summary>
    public static async Task ImportAsync(this TestHost host, string format, string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{format}-{Guid.NewGuid():n}.csv");
        await File.WriteAllTextAsync(file, text, Encoding.UTF8);
        try
        {
            await using var scope = host.Database.Enter(TestProvinces.NamDinh, new SystemAccess("import"));
            var batch = await scope.Get<FileImports>().RunAsync(
                new ImportRequest(format, ImportContent.OfFile(file), ImportMode.AllOrNothing), progress: null, CancellationToken.None);
            Assert.Equal(ImportState.Applied, batch.Value.State);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<JsonNode> DoAsync(this Register register, string mutation, string inputType, object input)
    {
        var answer = await register.Officer.ExecuteAsync(
            $"mutation ($input: {inputType}!) {{ {mutation}(input: $input) {{ reorganization {{ id version state }} {Problems} }} }}", new { input });
        return answer.Data[mutation]!;
    }
}
