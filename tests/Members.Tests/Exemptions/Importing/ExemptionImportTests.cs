using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;
using Modular.Members.People;
using Modular.Members.Tests.Imports;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Exemptions.Importing;

/// <summary>Exemptions that cells granted, by list, on 15 June 2024.</summary>
public sealed class ExemptionImportTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Headers = "Số thẻ,Lý do miễn,Ngày đề nghị,Bằng lời,Miễn từ ngày,Miễn đến ngày,Số nghị quyết,Ngày nghị quyết,Ngày báo cáo\n";

    [Fact]
    public async Task Exemptions_of_a_list_are_set_as_the_cells_granted_them_do_nothing_twice_and_are_taken_back()
    {
        var (old, ill) = (await NewAsync(), await NewAsync());
        var rows = $"{old.CardNumber},Già yếu,05/05/2024,x,01/06/2024,,5-NQ/CB,14/05/2024,\n{ill.CardNumber},Chữa bệnh,05/05/2024,,01/06/2024,30/09/2024,6-NQ/CB,14/05/2024,20/05/2024\n";

        var batch = await SendAsync(rows);

        Assert.Equal((ImportState.Applied, ""), (batch.State, await province.VerdictsAsync(batch)));
        Assert.Equal(["EXEMPT 5-NQ/CB [2024-06-01,)"], await FlagsAsync(old));
        Assert.Equal(["EXEMPT 6-NQ/CB [2024-06-01,2024-10-01)"], await FlagsAsync(ill));
        Assert.Equal<string>(["OPEN since 2024-05-14 due 2024-05-28"], await Work.ItemsAsync(province.Database, "members.exemption-to-report", old.Id));
        Assert.Equal("members.member-flag-set", (await province.EventsAsync(old.Id))[^1]);
        Assert.Equal(2, (await province.ReadAsync(old.Id)).Version);
        Assert.Equal(
            """
            2 - Warning ROW_IS_IN_THE_REGISTER: The register says so already; the row does nothing.
            3 - Warning ROW_IS_IN_THE_REGISTER: The register says so already; the row does nothing.
            """,
            await province.VerdictsAsync(await SendAsync(rows + "\n")));

        await using var scope = province.Database.Enter();
        Assert.True((await scope.Get<ImportUndo>().RunAsync(batch.Id, reason: null, CancellationToken.None)).Succeeded);
        Assert.Empty(await FlagsAsync(old));
        Assert.Equal<string>(["DONE since 2024-05-14 due 2024-05-28"], await Work.ItemsAsync(province.Database, "members.exemption-to-report", old.Id));
        Assert.Equal("members.member-flag-cleared", (await province.EventsAsync(old.Id))[^1]);
    }

    [Fact]
    public async Task Each_row_that_breaks_a_rule_is_told_and_nobody_is_exempted()
    {
        var applicant = await province.RegisterAsync(Newcomers.Applicant(province.FirstCell, 4781));
        var exempt = await NewAsync();
        Assert.Equal(ImportState.Applied, (await SendAsync($"{exempt.CardNumber},Già yếu,05/05/2024,,01/06/2024,,7-NQ/CB,14/05/2024,\n")).State);
        var (own, right) = (await NewAsync(), await NewAsync());
        var west = await province.RegisterAsync(province.NewOfficialMember() with { OrganizationId = province.WestCell });
        var officer = new TestAccess { MemberId = own.Id }
            .Below(MembersPermissions.KeepExemptions, await province.PathOfAsync(province.EastCommune)).Below(MembersPermissions.Read, await province.PathOfAsync(province.EastCommune));
        const string Granted = "Già yếu,05/05/2024,,01/06/2024,,8-NQ/CB,14/05/2024,";

        var batch = await SendAsync(
            $"{right.CardNumber},{Granted}\n{right.CardNumber},{Granted}\n{applicant.CitizenId},{Granted}\n{exempt.CardNumber},{Granted}\n{(await NewAsync()).CardNumber},Thai sản,05/05/2024,,01/06/2024,,9-NQ/CB,14/05/2024,\n"
            + $"{(await NewAsync()).CardNumber},Già yếu,05/05/2024,,01/06/2024,31/05/2024,9-NQ/CB,04/05/2024,03/05/2024\n{own.CardNumber},{Granted}\n{west.CardNumber},{Granted}\n"
            + $"{(await NewAsync()).CardNumber},Thích,05/05/2024,,,,,14/05/2024,\n",
            officer);

        Assert.Equal(ImportState.Refused, batch.State);
        Assert.Equal(
            [
                "3 member_number MEMBER_APPEARS_TWICE_IN_THE_LIST", "4 member_number FLAGS_ARE_SET_ON_MEMBERS_ONLY", "5 member_number FLAG_IS_SET_ALREADY", "6 until_day OTHER_EXEMPTIONS_HAVE_AN_END",
                "7 decided_on DECISION_IS_BEFORE_THE_REQUEST", "7 reported_on EFFECTIVE_DATE_IS_BEFORE_EARLIER_FACT", "7 until_day PERIOD_ENDS_BEFORE_IT_BEGINS", "8 member_number NOBODY_ACTS_ON_THEIR_OWN_CASE",
                "9 organization_id ROW_IS_OUTSIDE_OF_YOUR_AREA", "10 decision_number CELL_IS_EMPTY", "10 from_day CELL_IS_EMPTY", "10 ground CELL_IS_NOT_IN_THE_LIST",
            ],
            await province.FaultsAsync(batch));
        Assert.Empty(await FlagsAsync(right));
    }

    private Task<Member> NewAsync() => province.RegisterAsync(province.NewOfficialMember());

    private Task<string[]> FlagsAsync(Member member) => province.FactsAsync("members.membership_flag", "flag || ' ' || decision_number", member.Id);

    private Task<ImportBatch> SendAsync(string rows, TestAccess? officer = null) => province.ImportAsync(Headers + rows, access: officer, format: "exemptions");
}
