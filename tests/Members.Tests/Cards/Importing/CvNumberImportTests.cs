using Modular.Kernel.Postgres.Imports;
using Modular.Members.Cards.Numbers;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Tests.Imports;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Cards.Importing;

/// <summary>CV numbers that a list says were given, on 15 June 2024.</summary>
public sealed class CvNumberImportTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Headers = "Số thẻ,Số lý lịch mới,Ngày cấp\n";

    [Fact]
    public async Task Numbers_of_a_list_are_borne_and_found_do_nothing_twice_and_are_taken_back()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember() with { CvNumber = null });
        var rows = $"{member.CardNumber},910001 NĐ,02/05/2024\n";

        var batch = await SendAsync(rows);

        Assert.Equal((ImportState.Applied, ""), (batch.State, await province.VerdictsAsync(batch)));
        Assert.Equal(["910001ND [2024-05-02,)"], await province.FactsAsync("members.cv_number", "number", member.Id));
        var shown = await province.ReadAsync(member.Id);
        Assert.Equal(("910001ND", 2, $"{member.SearchKey} 910001nd"), (shown.CvNumber, shown.Version, shown.SearchKey));
        Assert.Equal("2 - Warning ROW_IS_IN_THE_REGISTER: The register says so already; the row does nothing.", await province.VerdictsAsync(await SendAsync(rows + "\n")));

        await using var scope = province.Database.Enter();
        Assert.True((await scope.Get<ImportUndo>().RunAsync(batch.Id, reason: null, CancellationToken.None)).Succeeded);
        shown = await province.ReadAsync(member.Id);
        Assert.Equal((null, member.SearchKey), (shown.CvNumber, shown.SearchKey));
        Assert.Empty(await province.FactsAsync("members.cv_number", "number", member.Id));
    }

    [Fact]
    public async Task Each_row_that_breaks_a_rule_is_told_and_no_number_is_given()
    {
        var bears = await province.RegisterAsync(province.NewOfficialMember());
        var west = await province.RegisterAsync(province.NewOfficialMember() with { OrganizationId = province.WestCell, CvNumber = null });
        var own = await NewAsync();
        var assigned = await province.ActAsync<CvNumberRangeAssignment, CvNumberRange>(assignment => assignment.RunAsync(
            new AssignCvNumberRangeInput { OrganizationId = province.WestCommune, First = 920_000, Last = 920_999, Letters = "ND", Decision = new MemberDecisionInput { Number = "3-QĐ/BTC", DecidedOn = new DateOnly(2024, 1, 3) } }, CancellationToken.None));
        Assert.Equal([], assigned.Problems);
        var officer = new TestAccess { MemberId = own.Id }
            .Below(MembersPermissions.IssueCards, await province.PathOfAsync(province.EastCommune)).Below(MembersPermissions.Read, await province.PathOfAsync(province.EastCommune));

        var batch = await SendAsync(
            $"{bears.CardNumber},910011ND,\n{(await NewAsync()).CardNumber},{bears.CvNumber},\n{(await NewAsync()).CardNumber},920001ND,\n{(await NewAsync()).CardNumber},91ND,\n"
            + $"{(await NewAsync()).CardNumber},910012ND,\n{(await NewAsync()).CardNumber},910012NĐ,\n{own.CardNumber},910013ND,\n{west.CardNumber},910014ND,\n99999999,910015ND,\n"
            + $"{(await NewAsync()).CardNumber},,01/01/2030\n",
            officer);

        Assert.Equal(ImportState.Refused, batch.State);
        Assert.Equal(
            [
                "2 member_number MEMBER_BEARS_A_CV_NUMBER", "3 cv_number CV_NUMBER_IS_BORNE", "4 cv_number CV_NUMBER_LIES_IN_ANOTHER_RANGE", "5 cv_number CV_NUMBER_MUST_BE_SIX_DIGITS_AND_LETTERS",
                "7 cv_number CV_NUMBER_APPEARS_TWICE_IN_THE_FILE", "8 member_number NOBODY_ACTS_ON_THEIR_OWN_CASE", "9 organization_id ROW_IS_OUTSIDE_OF_YOUR_AREA",
                "10 member_number NO_MEMBER_BEARS_THE_NUMBER", "11 cv_number CELL_IS_EMPTY", "11 given_on DATE_IS_OUT_OF_RANGE",
            ],
            await province.FaultsAsync(batch));
    }

    private Task<Member> NewAsync() => province.RegisterAsync(province.NewOfficialMember() with { CvNumber = null });

    private Task<ImportBatch> SendAsync(string rows, TestAccess? officer = null) => province.ImportAsync(Headers + rows, access: officer, format: "cv-numbers");
}
