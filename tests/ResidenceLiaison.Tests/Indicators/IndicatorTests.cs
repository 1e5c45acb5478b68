using System.Globalization;
using System.Text.Json.Nodes;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Indicators;
using Modular.ResidenceLiaison.Tests.Comments;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.Comments.CommentedCell;
using static Modular.ResidenceLiaison.Tests.Indicators.IndicatorSteps;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Indicators;

/// <summary>Comments that are polite, formal and uniform, and meetings in which nobody speaks, are seen: as leads for a human, never as verdicts (residence liaison §3.7).</summary>
public sealed class IndicatorTests(LiaisonProvince province)
{
    private const string Figures = "kind found outOf fromYear state evidence(first: 20) { nodes { percent request { id } } }";

    [Fact]
    public async Task Copied_texts_uniform_levels_and_praise_of_the_absent_are_found_and_what_somebody_looked_into_stays()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 1, copies: 5);
        await HoldAsync(cell, absent: cell.Members[0].Introduction);
        await cell.OpenRoundAsync();
        var requests = (await cell.RequestsAsync(cell.Secretary, "")).Select(request => (Request: Of(request!), Introduction: (string)request!["introduction"]!["id"]!)).ToList();
        var own = requests.Single(one => one.Introduction == cell.Members[0].Introduction);
        object[] drafts = [.. requests.Select(one => Draft(one.Request, "COMMENDED", one == own ? "Dạy học cho trẻ em nghèo vào tối thứ bảy." : "Gương mẫu, chấp hành tốt chủ trương, chính sách của địa phương."))];
        var drafted = await DoAsync(cell.Secretary, "draftResidenceComments", new { comments = drafts }, "residenceCommentRequests { id version }");
        await StepCommentsAsync(cell.Secretary, "signResidenceComments", drafted["residenceCommentRequests"]!.AsArray().Select(one => Of(one!)), Signature());

        var found = await LookAsync(cell);
        Assert.Equal(
            ["ALIKE_TEXTS 5/6 100,100,100,100,100", "PRAISED_THOUGH_ABSENT 1/6 100", "SILENT_MEETINGS 1/1 ", "UNIFORM_LEVELS 6/6 "],
            found.Select(Line).Order(StringComparer.Ordinal));
        var praised = found.Single(one => (string)one!["kind"]! == "PRAISED_THOUGH_ABSENT")!;
        Assert.Equal(own.Request.Id, (string)praised["evidence"]!["nodes"]![0]!["request"]!["id"]!);

        await DoAsync(
            cell.CommuneOfficer, "closeResidenceIndicator",
            new { id = (string)praised["id"]!, expectedVersion = (int)praised["version"]!, note = "Đi công tác theo phân công, đã xác minh." }, "residenceIndicator { state }");
        var again = Draft(await RequestAsync(cell, own.Request.Id), "ORDINARY", "Dạy học cho trẻ em nghèo vào tối thứ bảy.");
        await DoAsync(cell.Secretary, "draftResidenceComments", new { comments = new[] { again } }, "residenceCommentRequests { id }");
        await StepCommentsAsync(cell.Secretary, "signResidenceComments", [await RequestAsync(cell, own.Request.Id)], Signature());
        await LookAsync(cell);

        Assert.Equal(
            ["ALIKE_TEXTS OPEN ", "PRAISED_THOUGH_ABSENT CLOSED Đi công tác theo phân công, đã xác minh.", "SILENT_MEETINGS OPEN ", "UNIFORM_LEVELS GONE "],
            await SeenAsync(cell.CommuneOfficer, cell));
        Assert.Equal(
            ["INDICATOR_IS_CLOSED_ALREADY input.id"],
            await ProblemsAsync(cell.CommuneOfficer, "closeResidenceIndicator", new { id = (string)praised["id"]!, expectedVersion = (int)praised["version"]! + 1, note = "Lần nữa." }));
    }

    [Fact]
    public async Task Those_about_whom_they_are_and_other_places_do_not_see_them()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 1);
        await HoldAsync(cell, absent: null);
        Assert.Equal(["SILENT_MEETINGS 1/1 "], (await LookAsync(cell)).Select(Line));

        Assert.Equal(["SILENT_MEETINGS OPEN "], await SeenAsync(cell.CommuneOfficer, cell));
        Assert.Empty(await SeenAsync(cell.AgencyOfficer, cell));
        Assert.Equal(["FORBIDDEN"], (await cell.Secretary.ExecuteAsync("{ residenceIndicators { totalCount } }")).ErrorCodes);
        Assert.Equal(
            ["NOT_FOUND input.organizationId"],
            await ProblemsAsync(cell.AgencyOfficer, "lookForResidenceIndicators", new { organizationId = cell.Cell, year = Today.Year }));
    }

    [Fact]
    public async Task A_cell_that_reminded_nobody_for_five_years_is_worth_a_look()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 1);
        await province.Host.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            insert into residence_liaison.comment_count (
                province_id, organization_id, side, year, due_on, requested, drafted, signed, certified, sent_in_time, sent_late, told, returned, commended, ordinary, warned)
            select 36, $1, 'RESIDENCE', $2 - past.years, make_date($2 - past.years, 12, 15), 0, 0, 0, 0, 20, 0, 20, 0, 5, 15, 0 from generate_series(0, 4) as past(years)
            """,
            KeyOf(cell.Cell), Today.Year);

        var found = Assert.Single(await LookAsync(cell))!;
        Assert.Equal(("NEVER_A_WARNING 100/100 ", Today.Year - 4), (Line(found), (int)found["fromYear"]!));
    }

    [Fact]
    public async Task On_a_day_of_the_policy_each_cell_is_looked_at_once_whichever_host_does_it()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 1);
        await HoldAsync(cell, absent: null);
        await using var other = await province.Host.StartAnotherAsync(Modules());
        await province.DecideAsync(TestProvinces.NamDinh, """{"lookOn": []}""");
        await province.Host.LookAtWhatIsDueAsync();
        Assert.Empty(await SeenAsync(cell.CommuneOfficer, cell));

        // Yesterday nobody was there for it.
        await province.ForgetLooksAsync();
        await province.DecideAsync(TestProvinces.NamDinh, OnThatDay);
        try
        {
            await Task.WhenAll(province.Host.LookAtWhatIsDueAsync(), other.LookAtWhatIsDueAsync());
            await other.LookAtWhatIsDueAsync();
        }
        finally
        {
            await province.ForgetAsync();
        }

        Assert.Equal(
            1L,
            await province.Host.Database.ScalarAsync<long>(
                TestProvinces.NamDinh,
                """
                select count(*) from residence_liaison.indicator_look as look
                where look.due_on = $1 and look.done_on is not null and look.year = $2
                    and look.cells = (select count(*) from kernel.organization_tree where province_id = 36 and kind in ('CELL', 'GRASSROOTS_CELL') and upper_inf(valid))
                """,
                Due, DueYear));
        if (DueYear == Today.Year)
            Assert.Equal(["SILENT_MEETINGS OPEN "], await SeenAsync(cell.CommuneOfficer, cell));
    }

    [Theory]
    [InlineData("2026-12-19", null, null)]
    [InlineData("2026-12-20", "2026-12-20", 2026)]
    [InlineData("2027-01-31", "2027-01-31", 2026)]
    [InlineData("2027-02-28", "2027-02-28", 2026)]
    [InlineData("2027-07-01", null, null)]
    public void The_latest_day_of_the_policy_that_has_come_is_due(string today, string? due, int? year)
    {
        var found = new IndicatorPolicy { LookOn = ["12-20", "01-31", "02-29", "13-45"] }.DueOn(DateOnly.Parse(today, CultureInfo.InvariantCulture));

        Assert.Equal(due, found?.ToString("o", CultureInfo.InvariantCulture));
        Assert.Equal(year, found is { } day ? IndicatorPolicy.YearOf(day) : null);
    }

    [Fact]
    public void A_province_may_leave_it_to_its_officers() => Assert.Null(new IndicatorPolicy { LookOn = [] }.DueOn(new DateOnly(2026, 12, 20)));

    [Theory]
    [InlineData("Đồng chí Trần Thị Aaab gương mẫu, chấp hành tốt!", "dong chi guong mau chap hanh tot")]
    [InlineData("  Gương mẫu;   chấp hành TỐT. ", "guong mau chap hanh tot")]
    public void Texts_are_compared_without_the_name_signs_case_and_diacritics(string text, string key) => Assert.Equal(key, CommentForm.KeyOf(text, "Trần Thị Aaab"));

    private static Task<JsonArray> LookAsync(CommentedCell cell) => cell.LookAsync($"id version {Figures}");

    private static async Task<string[]> SeenAsync(TestClient client, CommentedCell cell)
    {
        var seen = await client.ExecuteAsync(
            "query ($cell: ID!) { residenceIndicators(where: {cell: {id: $cell}}) { nodes { kind state closingNote } } }", new { cell = cell.Commune });
        return [.. seen.Data["residenceIndicators"]!["nodes"]!.AsArray().Select(one => $"{one!["kind"]} {one["state"]} {one["closingNote"]}").Order(StringComparer.Ordinal)];
    }

    private static async Task<(string Id, int Version)> RequestAsync(CommentedCell cell, string id) =>
        Of((await cell.Secretary.ExecuteAsync("query ($id: ID!) { residenceCommentRequest(id: $id) { id version } }", new { id })).Data["residenceCommentRequest"]!);

    private static string Line(JsonNode? one) =>
        $"{one!["kind"]} {one["found"]}/{one["outOf"]} {string.Join(',', one["evidence"]!["nodes"]!.AsArray().Select(evidence => evidence!["percent"]))}";

    /// <summary>A meeting in which nobody spoke.</summary>
    private static async Task HoldAsync(CommentedCell cell, string? absent)
    {
        var on = $"{Today.Year}-03-10";
        var planned = Of((await DoAsync(
            cell.Secretary, "planResidenceMeeting", new { cellId = cell.Cell, period = "EXTRAORDINARY", plannedOn = on, agenda = "Báo cáo." }, "residenceMeeting { id version }"))["residenceMeeting"]!);
        var invited = Of((await DoAsync(
            cell.Secretary, "inviteToResidenceMeeting", new { id = planned.Id, expectedVersion = planned.Version }, "residenceMeeting { id version }"))["residenceMeeting"]!);
        await DoAsync(
            cell.Secretary, "recordResidenceMeeting",
            new
            {
                id = invited.Id,
                expectedVersion = invited.Version,
                heldOn = on,
                attendances = absent is null ? [] : new[] { new { introductionId = absent, kind = "ABSENT_WITHOUT_REASON" } },
            },
            "residenceMeeting { id }");
    }
}
