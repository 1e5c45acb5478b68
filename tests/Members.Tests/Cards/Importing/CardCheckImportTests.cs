using Modular.Kernel.Postgres.Imports;
using Modular.Members.Cards.Checks;
using Modular.Members.Contracts;
using Modular.Members.People;
using Modular.Members.Tests.Imports;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Cards.Importing;

/// <summary>What cells saw of cards, by list, on 15 June 2024.</summary>
public sealed class CardCheckImportTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Headers = "Số thẻ,Lần kiểm tra,Kết quả,Ngày kiểm tra,Ghi chú\n";

    [Fact]
    public async Task A_list_fills_its_round_reports_lost_cards_does_nothing_twice_and_is_taken_back_until_the_round_is_closed()
    {
        var round = await OpenAsync(5);
        var (stamped, lost, reported) = (await NewAsync(), await NewAsync(), await NewAsync());
        await province.Database.ScalarAsync<int>(
            TestProvinces.NamDinh, "with told as (update members.party_card set reported_as = 'DAMAGED', reported_on = '2024-04-02' where member_id = $1 returning 1) select count(*)::integer from told", reported.Id);
        var rows = $"{stamped.CardNumber},5,Đã đóng dấu,06/05/2024,\n{lost.CardNumber},5,Mất,07/05/2024,Rơi trên đường\n{reported.CardNumber},5,Hỏng,07/05/2024,\n";

        var batch = await SendAsync(rows);

        Assert.Equal((ImportState.Applied, ""), (batch.State, await province.VerdictsAsync(batch)));
        Assert.Equal(("STAMPED -", "LOST LOST 2024-05-07", "DAMAGED DAMAGED 2024-04-02"), (await SeenAsync(stamped), await SeenAsync(lost), await SeenAsync(reported)));
        Assert.Equal(
            """
            2 - Warning ROW_IS_IN_THE_REGISTER: The register says so already; the row does nothing.
            3 - Warning ROW_IS_IN_THE_REGISTER: The register says so already; the row does nothing.
            4 finding Error CARD_CHECK_IS_RECORDED_OTHERWISE: The round says something else of the member's card; change it there.
            """,
            await province.VerdictsAsync(await SendAsync(rows.Replace("Hỏng", "Đã đóng dấu", StringComparison.Ordinal))));

        await using var scope = province.Database.Enter();
        Assert.True((await scope.Get<ImportUndo>().RunAsync(batch.Id, reason: null, CancellationToken.None)).Succeeded);
        Assert.Equal((" -", " -", " DAMAGED 2024-04-02"), (await SeenAsync(stamped), await SeenAsync(lost), await SeenAsync(reported)));

        var again = await SendAsync(rows);
        Assert.True((await province.ActAsync<CardCheckRounds, CardCheckRound>(rounds => rounds.CloseAsync(
            new CloseCardCheckRoundInput { Id = round.Id, ExpectedVersion = round.Version }, CancellationToken.None))).Succeeded);
        var closed = await scope.Get<ImportUndo>().RunAsync(again.Id, reason: null, CancellationToken.None);
        Assert.Equal(["IMPORTED_ROWS_WERE_CHANGED"], closed.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Each_row_that_breaks_a_rule_is_told_and_nothing_is_recorded()
    {
        await OpenAsync(6);
        var twice = await NewAsync();
        var without = await province.RegisterAsync(province.NewOfficialMember() with { Card = null });
        var west = await province.RegisterAsync(province.NewOfficialMember() with { OrganizationId = province.WestCell });
        var officer = new TestAccess()
            .Below(MembersPermissions.ReportCards, await province.PathOfAsync(province.EastCommune)).Below(MembersPermissions.Read, await province.PathOfAsync(province.EastCommune));

        var batch = await SendAsync(
            $"{twice.CardNumber},6,Đã đóng dấu,,\n{twice.CardNumber},6,Mất,,\n{(await NewAsync()).CardNumber},6,Chưa đóng dấu,,\n{(await NewAsync()).CardNumber},6,Đã đóng dấu,31/03/2024,\n"
            + $"{without.CvNumber},6,Đã đóng dấu,,\n{(await NewAsync()).CardNumber},77,Đã đóng dấu,,\n{west.CardNumber},6,Đã đóng dấu,,\n99999999,6,Rách,,\n",
            officer);

        Assert.Equal(ImportState.Refused, batch.State);
        Assert.Equal(
            [
                "3 member_number MEMBER_APPEARS_TWICE_IN_THE_LIST", "4 remark UNSTAMPED_CARD_NEEDS_A_REMARK", "5 checked_on CARD_CHECK_IS_OUTSIDE_THE_ROUND", "6 member_number MEMBER_HAS_NO_CARD",
                "7 round CARD_CHECK_ROUND_IS_UNKNOWN", "8 organization_id ROW_IS_OUTSIDE_OF_YOUR_AREA", "9 finding CELL_IS_NOT_IN_THE_LIST", "9 member_number NO_MEMBER_BEARS_THE_NUMBER",
            ],
            await province.FaultsAsync(batch));
        Assert.Equal(" -", await SeenAsync(twice));
    }

    private Task<Member> NewAsync() => province.RegisterAsync(province.NewOfficialMember());

    private async Task<CardCheckRound> OpenAsync(int ordinal) => (await province.ActAsync<CardCheckRounds, CardCheckRound>(rounds => rounds.OpenAsync(
        new OpenCardCheckRoundInput { Ordinal = ordinal, CheckedOn = new DateOnly(2024, 4, 1) }, CancellationToken.None))).Value;

    private Task<ImportBatch> SendAsync(string rows, TestAccess? officer = null) => province.ImportAsync(Headers + rows, access: officer, format: "card-checks");

    // What the round says of the card, and how the card is reported.
    private Task<string> SeenAsync(Member member) => province.Database.ScalarAsync<string>(
        TestProvinces.NamDinh,
        """
        select coalesce((select finding from members.card_check where member_id = $1), '') || ' ' || coalesce(reported_as || ' ' || reported_on, '-')
        from members.party_card where member_id = $1
        """,
        member.Id);
}
