using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Exports;

/// <summary>An export that waits for approval is due for those who may approve it, though no province enables exports as a module.</summary>
public sealed class ExportWorkTests(ExportWorld world) : IClassFixture<ExportWorld>
{
    private const string Due =
        """
        { workItems(where: {kindId: {eq: "exports.export-to-approve"}}) { nodes { id version dueOn isOverdue kind { title ruleId } organization { name } } } workItemKinds { id } }
        """;

    [Fact]
    public async Task An_export_that_waits_is_due_for_those_who_may_approve_until_somebody_decides_or_it_is_taken_back()
    {
        Assert.Equal("0 0 0", await CountsAsync());
        var export = await AskAsync();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).Date);

        var seen = (await world.Approver.ExecuteAsync(Due)).Data;
        Assert.Equal("1 0 0", await CountsAsync());
        var item = seen["workItems"]!["nodes"]![0]!;
        Assert.Equal(
            (today.AddDays(7).ToString("o"), false, "An export of sensitive data waits for approval", "PD-07", "Đảng bộ xã Giao Hà"),
            ((string)item["dueOn"]!, (bool)item["isOverdue"]!, (string)item["kind"]!["title"]!, (string)item["kind"]!["ruleId"]!, (string)item["organization"]!["name"]!));
        Assert.Contains(seen["workItemKinds"]!.AsArray(), kind => (string)kind!["id"]! == "exports.export-to-approve");
        var noted = await world.Approver.ExecuteAsync(
            "mutation ($input: NoteWorkItemInput!) { noteWorkItem(input: $input) { workItem { note } errors { ... on Problem { code } } } }",
            new { input = new { id = (string)item["id"]!, expectedVersion = (int)item["version"]!, note = "Hỏi lại." } });
        noted.HasData("""{ "noteWorkItem": { "workItem": { "note": "Hỏi lại." }, "errors": [] } }""");

        Assert.Equal("[]", (await ExportWorld.DoAsync(world.Approver, "refuseExport", Input(export, reason: "Quá rộng.")))["errors"]!.ToJsonString());
        Assert.Equal("0 0 0", await CountsAsync());
        Assert.Equal("[]", (await ExportWorld.DoAsync(world.Requester, "withdrawExport", Input(await AskAsync(), reason: null)))["errors"]!.ToJsonString());
        Assert.Equal("0 0 0", await CountsAsync());
        (await world.Approver.ExecuteAsync("{ closedWorkItems(first: 2, where: {kindId: {eq: \"exports.export-to-approve\"}}) { nodes { state } } }")).HasData(
            """{ "closedWorkItems": { "nodes": [{ "state": "CANCELLED" }, { "state": "DONE" }] } }""");
    }

    [Fact]
    public async Task One_that_expires_undecided_is_due_no_more_after_the_sweep()
    {
        var export = await AskAsync();
        await world.Register.Database.ExecuteAsync(
            TestProvinces.NamDinh, "update kernel.exports set expires_at = now() where id = $1", ExportWorld.Key((string)export["id"]!));
        await world.Register.Host.TidyExportsAsync(TestProvinces.NamDinh);
        await world.Register.Host.Services.GetRequiredService<WorkItemSweep>().RunAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.Equal("0 0 0", await CountsAsync());
    }

    private async Task<JsonNode> AskAsync() => (await ExportWorld.RequestAsync(world.Requester, ExportWorld.Sensitive))["export"]!;

    private async Task<string> CountsAsync()
    {
        var counts = new List<int>();
        foreach (var client in new[] { world.Approver, world.Neighbour, world.Auditor })
            counts.Add((await client.ExecuteAsync(Due)).Data["workItems"]!["nodes"]!.AsArray().Count);
        return string.Join(' ', counts);
    }

    private static object Input(JsonNode export, string? reason) => new { id = (string)export["id"]!, expectedVersion = (int)export["version"]!, reason };
}
