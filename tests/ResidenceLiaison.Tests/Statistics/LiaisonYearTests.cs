using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Statistics;

/// <summary>Years beside each other, days, and years that are closed (RES-01, RES-13).</summary>
public sealed class LiaisonYearTests(LiaisonProvince province)
{
    private const string Years = "query ($id: ID!) { organization(id: $id) { residenceLiaison { years(fromYear: 2024, toYear: 2026) { year introduced commended reportedBy lettersIssued lettersReceived meetings silentMeetings expected present opinions notices noticesUnacknowledged } } } }";

    [Fact]
    public async Task A_year_tells_letters_at_the_workplace_and_meetings_and_notices_at_the_residence()
    {
        var workplace = await province.FoundAsync(province.Bloc, "GRASSROOTS_COMMITTEE", "Đảng bộ Sở Tư pháp", "AGENCY");
        var own = await province.FoundAsync(workplace, "CELL", "Chi bộ Công chứng");
        var commune = await province.FoundAsync(province.Root, "GRASSROOTS_COMMITTEE", "Đảng bộ xã Giao Tiến", "COMMUNE");
        var hamlet = await province.FoundAsync(commune, "CELL", "Chi bộ xóm 21", "RESIDENTIAL_AREA");
        var contact = await ContactAsync(own, commune, hamlet, "2025-03-03");
        await StepAsync(province.Officer, "issueResidenceLetters", await province.NewIntroductionAsync(own), new { receiverId = commune, on = "2026-02-02" });
        await MeetAsync(hamlet, contact, "ABSENT_WITHOUT_REASON");

        Assert.Equal(["2024 0 0 0 0 0 0 0 0 0 0 0 0", "2025 1 0 0 1 1 0 0 0 0 0 0 0", "2026 2 0 0 1 0 0 0 0 0 0 1 1"], await YearsAsync(workplace));
        Assert.Equal(["2024 0 0 0 0 0 0 0 0 0 0 0 0", "2025 0 0 0 0 0 0 0 0 0 0 0 0", "2026 0 0 0 0 0 1 1 1 0 0 0 0"], await YearsAsync(commune));
        Assert.Equal("2 1 1 1 1 1 0 0", await DayAsync(workplace, "2025-12-31"));
        Assert.Equal("0 0 0 0 0 0 1 0", await DayAsync(commune, "2025-12-31"));
        Assert.Equal("0 0 0 0 0 0 1 1", await DayAsync(commune, "2026-06-30"));
    }

    [Fact]
    public async Task A_year_that_is_closed_stays_whatever_is_recorded_later()
    {
        var workplace = await province.FoundAsync(province.Bloc, "GRASSROOTS_CELL", "Chi bộ cơ sở Ban Dân vận", "AGENCY");
        var introduction = await StepAsync(province.Officer, "issueResidenceLetters", await province.NewIntroductionAsync(workplace), new { receiverId = province.CommuneCommittee, on = "2025-03-03" });
        object Closing(int year) => new { organizationId = workplace, year };
        Assert.Equal(["YEAR_OF_ORGANIZATION_IS_NOT_OVER_YET input.year"], await ProblemsAsync(province.Officer, "closeResidenceYear", Closing(Today.Year)));
        Assert.Equal(["NOT_FOUND input.organizationId"], await ProblemsAsync(province.Workplace, "closeResidenceYear", Closing(2025)));

        var closed = (await DoAsync(province.Officer, "closeResidenceYear", Closing(2025), "residenceYearFigure { year introduced commended warned source }"))["residenceYearFigure"]!;
        Assert.Equal(Compact("""{"year":2025,"introduced":1,"commended":0,"warned":0,"source":"Chốt từ hệ thống"}"""), closed.ToJsonString(Readable));
        Assert.Equal(["YEAR_IS_CLOSED_ALREADY input.year RES-13"], await ProblemsAsync(province.Officer, "closeResidenceYear", Closing(2025)));
        await province.Host.Database.ExecuteAsync(
            TestProvinces.NamDinh, "update residence_liaison.introduction set issued_on = '2026-01-05', letter_year = 2026 where id = $1", KeyOf(introduction.Id));
        Assert.Equal("2025 1 0 1", string.Join(' ', (await YearsAsync(workplace))[1].Split(' ')[..4]));
    }

    [Fact]
    public async Task The_statistics_are_printed_for_whoever_counts_there()
    {
        var sheets = await PrintedPaper.SheetsAsync(province.Workplace, "residence-statistics", KeyOf(province.Agency));
        string[] lines = ["Đảng bộ Sở Xây dựng", "Members to be introduced", "Attendance (%)", $"{Today.Year - 4}"];

        Assert.Equal(lines, PrintedPaper.In(sheets, lines));
        Assert.Equal("%PDF", await PrintedPaper.BeginningAsync(province.Workplace, "residence-statistics", KeyOf(province.Agency)));
        Assert.Equal("NotFound", await PrintedPaper.SheetsAsync(province.Workplace, "residence-statistics", KeyOf(province.OtherAgency)));
        Assert.Equal("NotFound", await PrintedPaper.SheetsAsync(province.Officer, "residence-statistics", Guid.CreateVersion7()));
    }

    private async Task<string> ContactAsync(string own, string commune, string hamlet, string on)
    {
        var introduction = await StepAsync(province.Officer, "issueResidenceLetters", await province.NewIntroductionAsync(own), new { receiverId = commune, on });
        introduction = await StepAsync(province.Officer, "receiveResidenceLetters", introduction, new { on });
        introduction = await StepAsync(province.Officer, "assignResidenceCell", introduction, new { cellId = hamlet, on });
        return (await StepAsync(province.Officer, "informResidenceMembers", introduction, new { on })).Id;
    }

    private async Task MeetAsync(string cell, string introductionId, string kind)
    {
        JsonNode Of(JsonNode payload) => payload["residenceMeeting"]!;
        var meeting = Of(await DoAsync(
            province.Officer, "planResidenceMeeting", new { cellId = cell, period = "SECOND_HALF", plannedOn = "2026-08-24", agenda = "Đường làng." }, "residenceMeeting { id version }"));
        meeting = Of(await DoAsync(
            province.Officer, "inviteToResidenceMeeting", new { id = (string)meeting["id"]!, expectedVersion = (int)meeting["version"]! }, "residenceMeeting { id version }"));
        await DoAsync(
            province.Officer, "recordResidenceMeeting",
            new { id = (string)meeting["id"]!, expectedVersion = (int)meeting["version"]!, heldOn = "2026-08-24", attendances = new[] { new { introductionId, kind } } }, "residenceMeeting { id }");
    }

    private async Task<string[]> YearsAsync(string organization)
    {
        var answer = await province.Officer.ExecuteAsync(Years, new { id = organization });
        return [.. answer.Data["organization"]!["residenceLiaison"]!["years"]!.AsArray().Select(year => string.Join(' ', year!.AsObject().Select(figure => figure.Value!.ToString())))];
    }

    private async Task<string> DayAsync(string organization, string day)
    {
        var answer = await province.Officer.ExecuteAsync(
            "query ($id: ID!, $day: Date!) { organization(id: $id) { residenceLiaison { onDay(day: $day) { total introduced missing overdue received active liaisonMembers lettersWaiting } } } }",
            new { id = organization, day });
        return string.Join(' ', answer.Data["organization"]!["residenceLiaison"]!["onDay"]!.AsObject().Select(figure => figure.Value!.ToString()));
    }
}
