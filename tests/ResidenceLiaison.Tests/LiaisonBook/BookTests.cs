using Modular.Kernel.Access;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.LiaisonBook;

/// <summary>The liaison book of a member (RES-16), on the screen and in print.</summary>
public sealed class BookTests(LiaisonProvince province)
{
    private const string Book = "query ($id: ID!) { member(id: $id) { residence { book(fromYear: 2025, toYear: 2026) { year letters summoned present absentWithoutReason opinions answered } meetings { nodes { kind } } opinions { nodes { content } } } } }";

    [Fact]
    public async Task The_member_and_the_workplace_read_the_book_and_the_residence_does_not()
    {
        var cell = await province.FoundAsync(province.CommuneCommittee, "CELL", "Chi bộ xóm 16", "RESIDENTIAL_AREA");
        var contact = await KeepingContact.NewAsync(province, assigned: false);
        var introduction = await StepAsync(province.Commune, "receiveResidenceLetters", contact.Introduction, new { on = "2026-07-02" });
        await StepAsync(province.Commune, "assignResidenceCell", introduction, new { cellId = cell, on = "2026-07-03" });
        await MeetAsync(cell, contact.Introduction.Id);
        var member = await province.SignInAsync($"member.{province.NextNumber()}", KeyOf(contact.Member), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        var expected = Compact(
            """
            {"member":{"residence":{"book":[
              {"year":2025,"letters":0,"summoned":0,"present":0,"absentWithoutReason":0,"opinions":0,"answered":0},
              {"year":2026,"letters":1,"summoned":1,"present":1,"absentWithoutReason":0,"opinions":1,"answered":0}],
             "meetings":{"nodes":[{"kind":"PRESENT"}]},"opinions":{"nodes":[{"content":"Thiếu đèn đường."}]}}}}
            """);

        Assert.Equal(expected, (await member.ExecuteAsync(Book, new { id = contact.Member })).Data.ToJsonString(Readable));
        // What is said at a meeting is the residence's and the member's.
        Assert.Equal(
            expected.Replace("\"opinions\":1", "\"opinions\":0", StringComparison.Ordinal).Replace("{\"content\":\"Thiếu đèn đường.\"}", "", StringComparison.Ordinal),
            (await province.Workplace.ExecuteAsync(Book, new { id = contact.Member })).Data.ToJsonString(Readable));
        (await province.Commune.ExecuteAsync(Book, new { id = contact.Member })).HasData("""{ "member": null }""");

        string[] lines = ["SỔ LIÊN HỆ", "có mặt", "Thiếu đèn đường."];
        Assert.Equal(lines, PrintedPaper.In(await PrintedPaper.SheetsAsync(member, "liaison-books", KeyOf(contact.Member)), lines));
        Assert.Equal(lines[..2], PrintedPaper.In(await PrintedPaper.SheetsAsync(province.Workplace, "liaison-books", KeyOf(contact.Member)), lines));
        Assert.Equal("NotFound", await PrintedPaper.SheetsAsync(province.Commune, "liaison-books", KeyOf(contact.Member)));
    }

    private async Task MeetAsync(string cell, string introductionId)
    {
        var meeting = (await DoAsync(
            province.Commune, "planResidenceMeeting", new { cellId = cell, period = "SECOND_HALF", plannedOn = "2026-08-21", agenda = "Điện chiếu sáng." }, "residenceMeeting { id version }"))["residenceMeeting"]!;
        object input = new { id = (string)meeting["id"]!, expectedVersion = (int)meeting["version"]! };
        meeting = (await DoAsync(province.Commune, "inviteToResidenceMeeting", input, "residenceMeeting { id version }"))["residenceMeeting"]!;
        input = new { id = (string)meeting["id"]!, expectedVersion = (int)meeting["version"]!, heldOn = "2026-08-21" };
        meeting = (await DoAsync(province.Commune, "recordResidenceMeeting", input, "residenceMeeting { id version }"))["residenceMeeting"]!;
        input = new { id = (string)meeting["id"]!, expectedVersion = (int)meeting["version"]!, opinions = new[] { new { introductionId, content = "Thiếu đèn đường." } } };
        await DoAsync(province.Commune, "recordResidenceOpinions", input, "residenceMeeting { id }");
    }
}
