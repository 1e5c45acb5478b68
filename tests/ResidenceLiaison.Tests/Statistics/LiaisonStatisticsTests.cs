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
        select count(*) from ((select * from facts except select * from kept) union all (select * from kept except select * from facts)) as differing
        """;

    // What is kept of letters that are over, and how many of these are counted, against the letters year by year.
    private const string PastToldOtherwise =
        """
        with covered as (
            select listed.cell_id, years.year, listed.member_id, bool_or(listed.closed_on is null) as holds
            from residence_liaison.introduction as listed cross join generate_series(2020, 2030) as years (year)
            where listed.letter_year <= years.year and (listed.closed_on is null or extract(year from listed.closed_on) >= years.year)
            group by 1, 2, 3
        ),
        -- Only where something is over in the year is there anything to keep.
        touched as (
            select distinct listed.member_id, years.year
            from residence_liaison.introduction as listed cross join generate_series(2020, 2030) as years (year)
            where listed.letter_year <= years.year and extract(year from listed.closed_on) >= years.year
        ),
        told as (
            select covered.cell_id, covered.year, covered.member_id, not covered.holds as is_over, count(*) over (partition by covered.member_id, covered.year) > 1 as is_shared
            from covered join touched using (member_id, year)
        ),
        facts as (select * from told where is_over or is_shared),
        kept as (select cell_id, year, member_id, is_over, is_shared from residence_liaison.letter_past),
        counted as (select organization_id, year, past::bigint from residence_liaison.letter_count where past > 0),
        expected as (select cell_id, year, count(*) from facts where is_over group by cell_id, year)
        select (select count(*) from ((select * from facts except select * from kept) union all (select * from kept except select * from facts)) as differing)
            + (select count(*) from ((select * from expected except select * from counted) union all (select * from counted except select * from expected)) as differing)
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
        Assert.Equal(0L, await province.Host.Database.ScalarAsync<long>(TestProvinces.NamDinh, PastToldOtherwise));
    }

    [Fact]
    public async Task Whoever_had_letters_of_two_cells_in_a_year_counts_once_above_both_and_with_each_of_them()
    {
        var committee = await province.FoundAsync(province.Bloc, "GRASSROOTS_COMMITTEE", "Đảng bộ Sở Dân tộc và Tôn giáo", "AGENCY");
        var (left, joined) = (await province.FoundAsync(committee, "CELL", "Chi bộ Phòng Tuyên truyền", "AGENCY"), await province.FoundAsync(committee, "CELL", "Chi bộ Phòng Chính sách", "AGENCY"));
        var (moved, stayed) = (await province.AddMemberAsync(left), await province.AddMemberAsync(left));
        foreach (var member in new[] { moved.Id, stayed.Id })
            await StepAsync(province.Officer, "issueResidenceLetters", await province.IntroductionOfAsync(member), new { receiverId = province.CommuneCommittee, on = "2024-03-04" });
        await LetterGoesOnAsync(moved.Id, joined, endedOn: "2025-06-02");
        // The second letter of the same cell in a year is the same member there.
        await LetterGoesOnAsync(stayed.Id, left, endedOn: "2026-02-02");

        Assert.Equal(["2024 2", "2025 2", "2026 1"], await IntroducedAsync(left));
        Assert.Equal(["2024 0", "2025 1", "2026 1"], await IntroducedAsync(joined));
        Assert.Equal(["2024 2", "2025 2", "2026 2"], await IntroducedAsync(committee));
        Assert.Equal(["2024 2    0", "2025 2    0", "2026 2    0"], [await OfAsync(committee, 2024), await OfAsync(committee, 2025), await OfAsync(committee, 2026)]);
        Assert.Equal(0L, await province.Host.Database.ScalarAsync<long>(TestProvinces.NamDinh, LettersCountedOtherwise));
        Assert.Equal(0L, await province.Host.Database.ScalarAsync<long>(TestProvinces.NamDinh, PastToldOtherwise));

        await province.Host.Database.ExecuteAsync(TestProvinces.NamDinh, "select residence_liaison.recount_letters()");
        Assert.Equal(0L, await province.Host.Database.ScalarAsync<long>(TestProvinces.NamDinh, LettersCountedOtherwise));
        Assert.Equal(["2024 2", "2025 2", "2026 2"], await IntroducedAsync(committee));
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

    private async Task<string[]> IntroducedAsync(string organization)
    {
        var answer = await province.Officer.ExecuteAsync(
            "query ($id: ID!) { organization(id: $id) { residenceLiaison { years(fromYear: 2024, toYear: 2026) { year introduced } } } }", new { id = organization });
        return [.. answer.Data["organization"]!["residenceLiaison"]!["years"]!.AsArray().Select(year => $"{year!["year"]} {year["introduced"]}")];
    }

    /// <summary>The member's letter ends, and the next one is issued on the same day by the cell to which they belong then.</summary>
    private async Task LetterGoesOnAsync(string member, string cell, string endedOn)
    {
        await province.Host.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            with ended as (
                update residence_liaison.introduction set state = 'ENDED', closed_on = $3::date, closing_reason = 'TRANSFERRED' where member_id = $1 and closed_on is null returning *
            )
            insert into residence_liaison.introduction (
                province_id, id, version, member_id, cell_id, workplace_id, cause, state, category, derived_category, derived_from, opened_on, introduce_by, full_name, is_female, birth_date, joined_on,
                issuer_id, letter_year, letter_number, issued_on, receiver_id)
            select province_id, gen_random_uuid(), 1, member_id, $2, workplace_id, 'TRANSFER', 'LETTER_ISSUED', category, derived_category, derived_from, $3::date, $3::date, full_name, is_female, birth_date, joined_on,
                issuer_id, extract(year from $3::date), letter_number + 1000, $3::date, receiver_id
            from ended
            """,
            KeyOf(member), KeyOf(cell), DateOnly.Parse(endedOn, System.Globalization.CultureInfo.InvariantCulture));
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
