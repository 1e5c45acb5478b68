using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Statistics;

/// <summary>The figures of a year: those that were reported, and those of the register (RES-13).</summary>
public sealed class LiaisonStatisticsTests(LiaisonProvince province)
{
    private const string Headers = "Mã tổ chức đảng,Năm,Đã giới thiệu,Được biểu dương,\"Bị nhắc nhở, phê bình\",Nguồn";

    // The counts that are kept with each letter, against the letters.
    private const string LettersCountedOtherwise =
        """
        with facts as (
            select cell_id, letter_year, count(*) as issued, count(received_on) as received, count(*) filter (where closed_on is null) as held
            from residence_liaison.introduction where letter_year is not null group by cell_id, letter_year
        ),
        kept as (select organization_id, year, issued::bigint, received::bigint, held::bigint from residence_liaison.letter_count where issued > 0)
        select count(*) from (select * from facts except select * from kept union all select * from kept except select * from facts) as differing
        """;

    [Fact]
    public async Task The_reported_years_come_out_as_they_were_printed_and_no_report_is_counted_twice()
    {
        var bloc = await province.FoundAsync(province.Root, "DIRECT_SUPERIOR", "Đảng bộ Khối cơ quan và doanh nghiệp tỉnh Tiền Giang", subkind: "BLOC");
        var agency = await province.FoundAsync(bloc, "GRASSROOTS_COMMITTEE", "Đảng bộ Sở Nông nghiệp", "AGENCY");
        var (ofBloc, ofAgency) = (await CodeAsync(bloc), await CodeAsync(agency));
        await ImportAsync($"{Headers}\n{ofBloc},2021,5362,1064,3,Báo cáo\n{ofBloc},2022,5463,1298,0,Báo cáo\n{ofBloc},2023,5181,1271,1,Báo cáo\n{ofAgency},2021,90,20,1,\n{ofAgency},2020,88,15,0,");

        Assert.Equal(["2021 5362 1064 3 19.84 1", "2022 5463 1298 0 23.76 1", "2023 5181 1271 1 24.53 1"], [await OfAsync(bloc, 2021), await OfAsync(bloc, 2022), await OfAsync(bloc, 2023)]);
        Assert.Equal(["2021 90 20 1 22.22 1", "2020 88 15 0 17.05 1"], [await OfAsync(agency, 2021), await OfAsync(bloc, 2020)]);
        // What was reported of a year is there once; the same file again changes nothing.
        await ImportAsync($"{Headers}\n{ofBloc},2021,5362,1064,3,Báo cáo");
        Assert.Equal("2021 5362 1064 3 19.84 1", await OfAsync(bloc, 2021));
    }

    [Fact]
    public async Task A_year_that_nobody_reported_is_told_from_the_register()
    {
        var workplace = await province.FoundAsync(province.Bloc, "GRASSROOTS_CELL", "Chi bộ cơ sở Bảo tàng", "AGENCY");
        var letter = new { receiverId = province.CommuneCommittee, on = "2025-03-03" };
        await StepAsync(province.Officer, "issueResidenceLetters", await province.NewIntroductionAsync(workplace), letter);
        var (member, _) = await province.AddMemberAsync(workplace);
        var returned = await StepAsync(province.Officer, "issueResidenceLetters", await province.IntroductionOfAsync(member), letter);
        await StepAsync(province.Officer, "returnResidenceLetters", returned, new { reason = "WRONG_ADDRESS", on = "2025-03-10" });

        Assert.Equal(["2024 0    0", "2025 2    0", "2026 1    0"], [await OfAsync(workplace, 2024), await OfAsync(workplace, 2025), await OfAsync(workplace, 2026)]);
        // Whose letter came back and who got the next one in the same year counts once.
        await StepAsync(province.Officer, "issueResidenceLetters", await province.IntroductionOfAsync(member), new { receiverId = province.CommuneCommittee, on = "2025-04-07" });
        Assert.Equal(["2025 2    0", "2026 2    0"], [await OfAsync(workplace, 2025), await OfAsync(workplace, 2026)]);
        Assert.Equal(["2 3", "2 0"], await YearsAsync(workplace));
        Assert.Equal(0L, await province.Host.Database.ScalarAsync<long>(TestProvinces.NamDinh, LettersCountedOtherwise));
    }

    [Fact]
    public async Task A_file_with_a_fault_is_refused_row_by_row()
    {
        var code = await CodeAsync(province.OtherAgency);
        await ImportAsync($"{Headers}\n{code},2019,50,10,0,");

        var verdicts = (await SendAsync($"{Headers}\nKHÔNG.CÓ,2021,1,0,0,\n{code},{Today.Year},1,0,0,\n{code},2020,5,5,1,\n{code},2019,51,10,0,\n{code},2018,5,1,0,\n{code},2018,5,1,0,"))["batch"]!;

        Assert.Equal("REFUSED", (string)verdicts["state"]!);
        Assert.Equal(
            ["2 REPORTING_ORGANIZATION_IS_UNKNOWN", "3 YEAR_IS_NOT_OVER_YET", "4 MORE_WERE_JUDGED_THAN_INTRODUCED", "5 YEAR_IS_REPORTED_OTHERWISE", "7 YEAR_APPEARS_TWICE_IN_THE_FILE"],
            verdicts["verdicts"]!["nodes"]!.AsArray().Select(verdict => $"{verdict!["rowNumber"]} {verdict["code"]}"));
    }

    [Fact]
    public async Task Figures_reach_as_far_as_the_permission()
    {
        await ImportAsync($"{Headers}\n{await CodeAsync(province.Agency)},2017,70,7,0,\n{await CodeAsync(province.OtherAgency)},2017,30,3,0,");

        Assert.Equal("2017 70 7 0 10.00 1", await OfAsync(province.Root, 2017, province.Workplace));
        Assert.Equal("2017 100 10 0 10.00 2", await OfAsync(province.Root, 2017));
        Assert.Equal("2017 0    0", await OfAsync(province.OtherAgency, 2017, province.Workplace));
    }

    private async Task<string> OfAsync(string organization, int year, TestClient? client = null)
    {
        var answer = await (client ?? province.Officer).ExecuteAsync(
            "query ($id: ID, $year: Int!) { residenceLiaisonStatistics(organizationId: $id, year: $year) { year introduced commended warned commendedPercent reportedBy } }",
            new { id = organization, year });
        var figures = answer.Data["residenceLiaisonStatistics"]!;
        return string.Join(' ', new[] { "year", "introduced", "commended", "warned", "commendedPercent", "reportedBy" }.Select(name => figures[name]?.ToString() ?? ""));
    }

    private async Task<string[]> YearsAsync(string organization)
    {
        var answer = await province.Officer.ExecuteAsync(
            "query ($id: ID!) { organization(id: $id) { residenceLiaison { years(fromYear: 2025, toYear: 2026) { introduced lettersIssued } } } }", new { id = organization });
        return [.. answer.Data["organization"]!["residenceLiaison"]!["years"]!.AsArray().Select(year => $"{year!["introduced"]} {year["lettersIssued"]}")];
    }

    private async Task ImportAsync(string content)
    {
        var batch = (await SendAsync(content))["batch"]!;
        Assert.True((string)batch["state"]! == "APPLIED", batch.ToJsonString(Readable));
    }

    private Task<JsonNode> SendAsync(string content) => province.SendFileAsync("residence-figures", content);

    private Task<string> CodeAsync(string organization) => province.CodeAsync(organization);
}
