using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;
using Modular.Members.People;
using Modular.Members.Tests.Imports;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Cards.Importing;

/// <summary>Cards that a list says were issued, on 15 June 2024.</summary>
public sealed class CardImportTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Headers = "Số lý lịch,Số thẻ mới,Loại thẻ,Hình thức,Ngày phát thẻ,Số quyết định,Ngày quyết định\n";

    [Fact]
    public async Task A_list_of_an_exchange_ends_the_former_cards_does_nothing_twice_and_is_undone()
    {
        var (keeps, changes) = (await province.RegisterAsync(province.NewOfficialMember()), await province.RegisterAsync(province.NewOfficialMember()));
        var first = await province.RegisterAsync(province.NewOfficialMember() with { Card = null });
        var rows = $"{Row(keeps, keeps.CardNumber!)}{Row(changes, "36960001")}{Row(first, "36960002", "Phát thẻ")}";

        var batch = await SendAsync(rows);

        Assert.Equal((ImportState.Applied, ""), (batch.State, await province.VerdictsAsync(batch)));
        Assert.Equal(["PAPER REPLACED [2011-09-02,2024-05-19)", "CHIP  [2024-05-19,)"], await CardsAsync(changes));
        Assert.Equal(["CHIP  [2024-05-19,)"], await CardsAsync(first));
        Assert.Equal("members.member-card-issued", (await province.EventsAsync(keeps.Id))[^1]);
        var shown = await province.ReadAsync(changes.Id);
        Assert.Equal(("36960001", 2), (shown.CardNumber, shown.Version));
        Assert.Equal(changes.SearchKey.Replace(changes.CardNumber!, "36960001", StringComparison.Ordinal), shown.SearchKey);
        Assert.EndsWith($" 36960002 {first.CvNumber!.ToLowerInvariant()}", (await province.ReadAsync(first.Id)).SearchKey, StringComparison.Ordinal);
        Assert.Equal(
            ["Member CHANGED", "PartyCard CHANGED", "PartyCard CREATED", "PartyCard CREATED"],
            await province.Database.ScalarAsync<string[]>(
                TestProvinces.NamDinh,
                "select array_agg(entity || ' ' || action order by entity, action) from kernel.edits where subject_id = $1 and (action = 'CHANGED' or entity = 'PartyCard')",
                changes.Id));

        var again = await SendAsync(rows + "\n");
        Assert.Equal(
            """
            2 - Warning ROW_IS_IN_THE_REGISTER: The register says so already; the row does nothing.
            3 - Warning ROW_IS_IN_THE_REGISTER: The register says so already; the row does nothing.
            4 - Warning ROW_IS_IN_THE_REGISTER: The register says so already; the row does nothing.
            """,
            await province.VerdictsAsync(again));
        Assert.Equal(2, (await province.ReadAsync(changes.Id)).Version);

        await using var scope = province.Database.Enter();
        Assert.True((await scope.Get<ImportUndo>().RunAsync(batch.Id, reason: null, CancellationToken.None)).Succeeded);
        Assert.Equal(["PAPER  [2011-09-02,)"], await CardsAsync(changes));
        Assert.Empty(await CardsAsync(first));
        Assert.Equal((changes.CardNumber, changes.SearchKey), ((await province.ReadAsync(changes.Id)).CardNumber, (await province.ReadAsync(changes.Id)).SearchKey));
        Assert.Equal((null, first.SearchKey), ((await province.ReadAsync(first.Id)).CardNumber, (await province.ReadAsync(first.Id)).SearchKey));
    }

    [Fact]
    public async Task Each_row_that_breaks_a_rule_is_told_and_no_card_is_issued()
    {
        var (right, twice, other) = (
            await province.RegisterAsync(province.NewOfficialMember()), await province.RegisterAsync(province.NewOfficialMember()), await province.RegisterAsync(province.NewOfficialMember()));
        var without = await province.RegisterAsync(province.NewOfficialMember() with { Card = null });
        var probationary = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 4701));
        var own = await province.RegisterAsync(province.NewOfficialMember());
        var officer = new TestAccess { MemberId = own.Id }
            .Below(MembersPermissions.IssueCards, await province.PathOfAsync(province.EastCommune)).Below(MembersPermissions.Read, await province.PathOfAsync(province.EastCommune));
        var odd = await province.RegisterAsync(province.NewOfficialMember());
        var west = await province.RegisterAsync(province.NewOfficialMember() with { OrganizationId = province.WestCell });

        var batch = await SendAsync(
            $"""
            {Row(right, "36961001")}{Row(twice, other.CardNumber!)}{Row(twice, "36961002")}{Row(other, "36961003", "Phát thẻ")}{Row(without, "36961004")}{Row(probationary, "36961005", "Phát thẻ")}
            """.Trim() + "\n"
            + Row(own, "36961006") + Row(west, "36961007") + "999999ND,36961008,Chip,Đổi thẻ,19/05/2024,51-QĐ/HU,02/05/2024\n"
            + $"{odd.CvNumber},3696100A,Thẻ vàng,Đổi thẻ,19/05/2025,,02/05/2024\n",
            officer);

        Assert.Equal(
            [
                "3 card_number CARD_NUMBER_IS_BORNE MEM-11", "4 member_number MEMBER_APPEARS_TWICE_IN_THE_LIST MEM-09", "5 issue FIRST_CARD_IS_ISSUED_ONCE MEM-12",
                "6 issue THERE_IS_NO_CARD_TO_REPLACE MEM-12", "7 member_number ONLY_OFFICIAL_MEMBERS_RECEIVE_CARDS MEM-12", "8 member_number NOBODY_ACTS_ON_THEIR_OWN_CASE -",
                "9 organization_id ROW_IS_OUTSIDE_OF_YOUR_AREA -", "10 member_number NO_MEMBER_BEARS_THE_NUMBER MEM-09", "11 card_number CELL_IS_NOT_SO_MANY_DIGITS -", "11 decision_number CELL_IS_EMPTY -",
                "11 issued_on DATE_IS_OUT_OF_RANGE -", "11 kind CELL_IS_NOT_IN_THE_LIST -",
            ],
            await RulesAsync(batch));
        Assert.Equal(ImportState.Refused, batch.State);
        Assert.Equal(right.CardNumber, (await province.ReadAsync(right.Id)).CardNumber);
    }

    private static string Row(Member member, string number, string issue = "Đổi thẻ") => $"{member.CvNumber},{number},Chip,{issue},19/05/2024,51-QĐ/HU,02/05/2024\n";

    private Task<ImportBatch> SendAsync(string rows, TestAccess? officer = null) => province.ImportAsync(Headers + rows, access: officer, format: "cards");

    private async Task<string[]> RulesAsync(ImportBatch batch)
    {
        await using var scope = province.Database.Enter();
        var verdicts = await scope.Get<ImportBatchReader>().VerdictsAsync(batch.Id, severity: null, after: 0, most: 100, CancellationToken.None);
        return
        [
            .. from verdict in verdicts
               orderby verdict.Row, verdict.Column
               select $"{verdict.Row} {verdict.Column ?? "-"} {verdict.Code} {(verdict.Rule?.Id is ['M', ..] ? verdict.Rule.Id : "-")}",
        ];
    }

    private Task<string[]> CardsAsync(Member member) => province.FactsAsync("members.party_card", "kind || ' ' || coalesce(ended_because, '')", member.Id);
}
