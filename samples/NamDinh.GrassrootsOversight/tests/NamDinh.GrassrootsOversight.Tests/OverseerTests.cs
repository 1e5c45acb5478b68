using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Modular.TestKit.Modules;
using Xunit;
using static NamDinh.GrassrootsOversight.Tests.OversightProvince;

namespace NamDinh.GrassrootsOversight.Tests;

/// <summary>Committee members in charge of cells: assignments, visits, recommendations with their clock (OV-03, OV-04, OV-07).</summary>
public sealed class OverseerTests(OversightProvince province)
{
    [Fact]
    public async Task Visits_are_counted_against_what_is_asked_for_and_recommendations_run_to_their_answer()
    {
        var assignment = await AssignAsync(province.CommitteeMembers[0].Id, province.Cell);
        Assert.Equal("3", $"{assignment["visitsAQuarter"]}");
        Assert.Equal(["OVERSEER_IS_IN_CHARGE_ALREADY input.overseerId OV-03"], await ProblemsAsync(province.Officer, "assignOversight", Assigned(province.CommitteeMembers[0].Id, province.Cell)));
        Assert.NotEqual("", await province.DueAsync("visit-to-make", province.Cell));

        var visit = await DoAsync(
            province.Secretary,
            "recordOversightVisit",
            new
            {
                assignmentId = (string)assignment["id"]!,
                visitedOn = Today.ToString("o"),
                kind = "CELL_MEETING",
                findings = "Chi bộ sinh hoạt đều.",
                recommendations = new[] { new { ownerId = province.Ward, content = "Sớm sửa đường tổ dân phố." } },
            },
            "oversightVisit { recommendations { id version state dueOn } }");
        var recommendation = visit["recommendations"]![0]!;
        Assert.Equal("RAISED", (string)recommendation["state"]!);
        Assert.Equal((string)recommendation["dueOn"]!, await province.DueAsync("recommendation-to-answer", province.Ward));
        Assert.Equal("3 1 1 0", await FiguresAsync(province.Ward));

        // Whoever raised it does not answer it themselves.
        Assert.Equal(["NOT_FOUND input.id"], await ProblemsAsync(province.Secretary, "advanceOversightRecommendation", Step(recommendation, "ACCEPTED")));
        Assert.Equal(["OVERSIGHT_STEP_DOES_NOT_FOLLOW input.to"], await ProblemsAsync(province.Officer, "advanceOversightRecommendation", Step(recommendation, "SOLVED")));
        Assert.Equal(["STEP_SAYS_WHAT_IT_NEEDS input.to OV-07"], await ProblemsAsync(province.Officer, "advanceOversightRecommendation", Step(recommendation, "ACCEPTED", "Đã rõ.")));
        foreach (var state in new[] { "ACCEPTED", "ASSIGNED", "SOLVED" })
            recommendation = await DoAsync(province.Officer, "advanceOversightRecommendation", Step(recommendation, state), "oversightRecommendation { id version state }");
        recommendation = await DoAsync(province.Officer, "advanceOversightRecommendation", Step(recommendation, "ANSWERED", "Đã sửa xong."), "oversightRecommendation { id version state answer }");

        Assert.Equal(("ANSWERED", "Đã sửa xong."), ((string)recommendation["state"]!, (string)recommendation["answer"]!));
        Assert.Equal("", await province.DueAsync("recommendation-to-answer", province.Ward));
        Assert.Equal("3 1 0 0", await FiguresAsync(province.Ward));
    }

    [Fact]
    public async Task Only_committee_members_are_put_in_charge_of_cells_only_and_by_those_who_reach_them()
    {
        var (member, _) = await province.AddMemberAsync();

        Assert.Equal(["OVERSEER_HOLDS_NO_COMMITTEE_POST input.overseerId OV-03"], await ProblemsAsync(province.Officer, "assignOversight", Assigned(member, province.Cell)));
        Assert.Equal(["ONLY_CELLS_ARE_OVERSEEN input.cellId OV-03"], await ProblemsAsync(province.Officer, "assignOversight", Assigned(province.CommitteeMembers[0].Id, province.Ward)));
        var refused = await province.Secretary.ExecuteAsync(
            "mutation ($input: AssignOversightInput!) { assignOversight(input: $input) { oversightAssignment { id } } }", new { input = Assigned(province.CommitteeMembers[0].Id, province.Cell) });
        Assert.Equal(["FORBIDDEN"], refused.ErrorCodes);
    }

    [Fact]
    public async Task Whoever_dies_is_in_charge_of_nothing_any_more()
    {
        var (member, version) = province.CommitteeMembers[1];
        var assignment = await AssignAsync(member, province.OtherCell);
        var current = (int)(await province.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id = member })).Data["member"]!["version"]!;
        Assert.True(current >= version);

        await DoAsync(province.Officer, "recordDeath", new { memberId = member, expectedVersion = current, diedOn = Today.ToString("o") }, "departureSlip { id }");
        await province.Host.DispatchEventsAsync();

        var ended = await province.Officer.ExecuteAsync("query ($id: ID!) { oversightAssignment(id: $id) { toOn } }", new { id = (string)assignment["id"]! });
        Assert.NotNull((string?)ended.Data["oversightAssignment"]!["toOn"]);
        Assert.Equal("", await province.Host.Database.ScalarAsync<string>(TestProvinces.NamDinh, "select coalesce(max(error), '') from kernel.parked_events"));
    }

    [Fact]
    public async Task The_module_serves_nam_dinh_and_elsewhere_its_fields_are_of_a_disabled_module()
    {
        const string Ask = "{ oversightCampaigns(first: 1) { nodes { code } } }";
        var elsewhere = await province.Host.AddUserAsync("ninh-thuan.admin", TestProvinces.NinhThuan, TestGrant.InProvince("system.manage-modules", "grassroots-oversight.read"));
        using var client = await province.Host.SignInAsync(elsewhere);
        await client.DisableModuleAsync("grassroots-oversight");

        Assert.Equal(["MODULE_DISABLED"], (await client.ExecuteAsync(Ask)).ErrorCodes);
        Assert.Equal([], (await province.Officer.ExecuteAsync(Ask)).ErrorCodes);
    }

    [Fact]
    public async Task Problems_speak_vietnamese_to_officers()
    {
        var answer = await province.Officer.In("vi").ExecuteAsync(
            "mutation ($input: AssignOversightInput!) { assignOversight(input: $input) { errors { ... on Problem { message } } } }",
            new { input = Assigned(province.CommitteeMembers[0].Id, province.Ward) });
        province.Officer.In("en");

        answer.HasData("""{ "assignOversight": { "errors": [ { "message": "Chỉ phân công phụ trách chi bộ." } ] } }""");
    }

    [Fact]
    public async Task The_module_keeps_to_what_every_module_keeps_to() => Assert.Equal([], await ModuleRules.ViolationsAsync(province.Host.Database, "grassroots-oversight"));

    private static object Assigned(string overseer, string cell) => new
    {
        overseerId = overseer,
        cellId = cell,
        level = "GRASSROOTS",
        basisNumber = "15-QĐ/ĐU",
        basisDecidedOn = "2026-08-20",
        fromOn = "2026-09-01",
    };

    private static object Step(JsonNode recommendation, string to, string? answer = null) =>
        new { id = (string)recommendation["id"]!, expectedVersion = (int)recommendation["version"]!, to, answer };

    private Task<JsonNode> AssignAsync(string overseer, string cell) =>
        DoAsync(province.Officer, "assignOversight", Assigned(overseer, cell), "oversightAssignment { id visitsAQuarter }");

    private async Task<string> FiguresAsync(string organization, TestClient? client = null)
    {
        const string Names = "visitsRequired visitsMade openRecommendations overdueRecommendations";
        var answer = await (client ?? province.Officer).ExecuteAsync($"query ($id: ID!) {{ organization(id: $id) {{ oversightFigures {{ {Names} }} }} }}", new { id = organization });
        var required = (int)answer.Data["organization"]!["oversightFigures"]!["visitsRequired"]!;
        // Another test's assignment may hold beside it: each asks for three.
        Assert.True(required is 3 or 6, $"{required}");
        return string.Join(' ', Names.Split(' ').Select(name => name == "visitsRequired" ? 3 : (int)answer.Data["organization"]!["oversightFigures"]![name]!));
    }
}
