using Modular.TestKit.Databases;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Documents;

/// <summary>Letters, their lists and meetings in print, for those who see them on the screen.</summary>
public sealed class PaperTests(LiaisonProvince province)
{
    [Fact]
    public async Task A_letter_is_printed_with_its_number_and_both_places_to_sign_for_both_sides_and_for_nobody_else()
    {
        var contact = await KeepingContact.NewAsync(province);
        var key = KeyOf(contact.Introduction.Id);
        var letter = (await province.Workplace.ExecuteAsync(
            "query ($id: ID!) { residenceIntroduction(id: $id) { fullName letterNumber address } }", new { id = contact.Introduction.Id })).Data["residenceIntroduction"]!;
        string[] expected =
        [
            "Mẫu 1-213", $"Số: {letter["letterNumber"]}-GGT/ĐU", "Đảng bộ Khối các cơ quan tỉnh", "Đảng bộ Sở Xây dựng", (string)letter["fullName"]!, $"Thường trú: {letter["address"]}",
            "T/M CẤP ỦY NƠI CƯ TRÚ", "Giới thiệu về Chi bộ xóm 1", "Tiếp nhận ngày 02 tháng 07 năm 2026",
        ];

        var sheets = await PrintedPaper.SheetsAsync(province.Commune, "residence-letters", key);
        Assert.Equal(expected, PrintedPaper.In(sheets, expected));
        Assert.Empty(PrintedPaper.In(sheets, "miễn sinh hoạt"));
        Assert.Equal(("%PDF", "%PDF"), (await PrintedPaper.BeginningAsync(province.Workplace, "residence-letters", key), await PrintedPaper.BeginningAsync(province.HamletSecretary, "residence-letters", key, "pdf")));
        Assert.Equal("NotFound", await PrintedPaper.BeginningAsync(province.Workplace, "residence-letters", key, "exe"));
        // A letter that is not issued is no letter yet, and the other agency sees none of it.
        Assert.Equal("NotFound", await PrintedPaper.BeginningAsync(province.Workplace, "residence-letters", KeyOf((await province.NewIntroductionAsync()).Id)));
        var unseen = await StepAsync(province.Officer, "issueResidenceLetters", await province.NewIntroductionAsync(province.CellOfOtherAgency), new { receiverId = province.CommuneCommittee });
        Assert.Equal("NotFound", await PrintedPaper.BeginningAsync(province.Workplace, "residence-letters", KeyOf(unseen.Id)));
    }

    [Fact]
    public async Task Letters_to_one_committee_on_one_day_make_a_list()
    {
        var workplace = await province.FoundAsync(province.Bloc, "GRASSROOTS_CELL", "Chi bộ cơ sở Nhà xuất bản", "AGENCY");
        (string Id, int Version)[] introductions = [await province.NewIntroductionAsync(workplace), await province.NewIntroductionAsync(workplace)];
        introductions[1] = await StepAsync(province.Officer, "setResidenceCategory", introductions[1], new { category = "INTRODUCED_BUT_EXEMPT", reason = "Ở doanh trại." });
        await DoAsync(province.Officer, "issueResidenceLetters", Input(introductions, new { receiverId = province.CommuneCommittee, on = "2026-07-01" }), "residenceIntroductions { id }");
        await StepAsync(province.Officer, "issueResidenceLetters", await province.NewIntroductionAsync(workplace), new { receiverId = province.CommuneCommittee, on = "2026-07-02" });
        var names = (await province.Officer.ExecuteAsync(
            "query ($id: ID!) { residenceIntroductions(where: {workplace: {id: $id}}, orderBy: [{field: LETTER}]) { nodes { fullName } } }", new { id = workplace }))
            .Data["residenceIntroductions"]!["nodes"]!.AsArray().Select(node => (string)node!["fullName"]!).ToArray();

        var sheets = await PrintedPaper.SheetsAsync(province.Officer, "residence-letter-lists", KeyOf(introductions[0].Id));
        Assert.Equal([names[0], names[1], "Đảng viên được miễn sinh hoạt nơi cư trú."], PrintedPaper.In(sheets, names[0], names[1], names[2], "Đảng viên được miễn sinh hoạt nơi cư trú."));
        Assert.DoesNotContain("doanh trại", sheets, StringComparison.Ordinal);
        Assert.Equal("NotFound", await PrintedPaper.SheetsAsync(province.HamletSecretary, "residence-letter-lists", KeyOf(introductions[0].Id)));
    }

    [Fact]
    public async Task The_successor_of_the_regulation_is_a_row_and_changes_no_paper_of_the_days_before()
    {
        var before = await StepAsync(province.Workplace, "issueResidenceLetters", await province.NewIntroductionAsync(), new { receiverId = province.CommuneCommittee, on = "2026-10-01" });
        var after = await StepAsync(province.Workplace, "issueResidenceLetters", await province.NewIntroductionAsync(), new { receiverId = province.CommuneCommittee, on = "2026-11-16" });
        string[] lines = ["Mẫu 1-213", "Mẫu 1-500", "-GGT/ĐU", "-GT/CB"];
        await province.Host.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            insert into kernel.policies (province_id, id, key, valid, value, instrument, recorded_at, recorded_by_name)
            values ($1, gen_random_uuid(), 'residence-liaison.forms', daterange('2026-11-10', null), '{"letterForm": "Mẫu 1-500", "letterNumberSuffix": "GT/CB", "instrument": "Quy định số 500-QĐ/TW"}', '500-QĐ/TW', now(), 'test'),
                ($1, gen_random_uuid(), 'residence-liaison.introductions', daterange('2026-11-10', null), '{"issueWorkingDays": 1}', '500-QĐ/TW', now(), 'test')
            """,
            TestProvinces.NamDinh.Id.Value);
        try
        {
            Assert.Equal(["Mẫu 1-213", "-GGT/ĐU"], PrintedPaper.In(await PrintedPaper.SheetsAsync(province.Workplace, "residence-letters", KeyOf(before.Id)), lines));
            Assert.Equal(["Mẫu 1-500", "-GT/CB"], PrintedPaper.In(await PrintedPaper.SheetsAsync(province.Workplace, "residence-letters", KeyOf(after.Id)), lines));
            // A move on 16 November is to be introduced the next day, one of October after 30 working days.
            Assert.Equal(["2026-11-17", "2026-11-16"], [await DueAfterMoveAsync("2026-11-16"), await DueAfterMoveAsync("2026-10-05")]);
        }
        finally
        {
            await province.Host.Database.ExecuteAsync(TestProvinces.NamDinh, "delete from kernel.policies where instrument = '500-QĐ/TW'");
        }
    }

    [Fact]
    public async Task A_meeting_is_an_invitation_before_it_and_minutes_after_it()
    {
        var cell = await province.FoundAsync(province.CommuneCommittee, "CELL", "Chi bộ xóm 15", "RESIDENTIAL_AREA");
        var contact = await KeepingContact.NewAsync(province, assigned: false);
        var introduction = await StepAsync(province.Commune, "receiveResidenceLetters", contact.Introduction, new { on = "2026-07-02" });
        await StepAsync(province.Commune, "assignResidenceCell", introduction, new { cellId = cell, on = "2026-07-03" });
        var meeting = (await DoAsync(
            province.Commune, "planResidenceMeeting", new { cellId = cell, period = "SECOND_HALF", plannedOn = "2026-08-20", agenda = "An ninh trật tự." }, "residenceMeeting { id version }"))["residenceMeeting"]!;
        meeting = (await DoAsync(province.Commune, "inviteToResidenceMeeting", new { id = (string)meeting["id"]!, expectedVersion = (int)meeting["version"]! }, "residenceMeeting { id version }"))["residenceMeeting"]!;
        var key = KeyOf((string)meeting["id"]!);
        string[] lines = ["GIẤY MỜI", "BIÊN BẢN", "Danh sách mời", "vắng có lý do", "Đi công tác."];

        Assert.Equal(["GIẤY MỜI", "Danh sách mời"], PrintedPaper.In(await PrintedPaper.SheetsAsync(province.Commune, "residence-meetings", key), lines));
        await DoAsync(
            province.Commune, "recordResidenceMeeting",
            new
            {
                id = (string)meeting["id"]!,
                expectedVersion = (int)meeting["version"]!,
                heldOn = "2026-08-20",
                attendances = new[] { new { introductionId = contact.Introduction.Id, kind = "ABSENT_WITH_REASON", reason = "Đi công tác." } },
            },
            "residenceMeeting { id }");
        Assert.Equal(["BIÊN BẢN", "vắng có lý do", "Đi công tác."], PrintedPaper.In(await PrintedPaper.SheetsAsync(province.Commune, "residence-meetings", key), lines));
        Assert.Equal("NotFound", await PrintedPaper.SheetsAsync(province.Workplace, "residence-meetings", key));
    }

    private async Task<string> DueAfterMoveAsync(string from)
    {
        var contact = await KeepingContact.NewAsync(province, assigned: false);
        await DoAsync(
            province.Officer, "recordAddress",
            new { memberId = contact.Member, expectedVersion = contact.Version, residence = new { kind = "TEMPORARY", address = "Số 3 đường Hưng Yên", from } }, "member { id }");
        var next = await province.IntroductionOfAsync(contact.Member);
        return (string)(await province.Officer.ExecuteAsync("query ($id: ID!) { residenceIntroduction(id: $id) { introduceBy } }", new { id = next.Id })).Data["residenceIntroduction"]!["introduceBy"]!;
    }
}
