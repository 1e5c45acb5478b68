using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Tests.Imports;
using Xunit;

namespace Modular.Members.Tests.Badges.Importing;

/// <summary>Badges of before by list, on 15 June 2024.</summary>
public sealed class BadgeImportTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Headers = "Số thẻ đảng viên,Huy hiệu (năm),Hình thức tặng,Ngày trao tặng,Số quyết định,Ngày quyết định\n";

    [Fact]
    public async Task Badges_of_before_come_by_list_by_the_rules_of_single_ones_and_the_list_is_undone()
    {
        var veteran = await Veterans.RegisterAsync(province, new DateOnly(1979, 1, 6), 4801);
        var young = await province.RegisterAsync(province.NewOfficialMember());

        var faulty = await SendAsync(
            $"""
            {veteran.CardNumber},35,,02/09/2014,,
            {veteran.CardNumber},45,,19/05/2023,,
            {veteran.CardNumber},40,Truy tặng,19/05/2019,,
            {young.CardNumber},30,,19/05/2023,,
            {veteran.CardNumber},30,,19/05/2009,12-QĐ/TU,20/05/2009
            {veteran.CardNumber},30,,19/05/2009,,

            """);
        var good = await SendAsync($"{veteran.CardNumber},30,,19/05/2009,12-QĐ/TU,02/05/2009\n{veteran.CardNumber},40,,19/05/2019,,\n");
        var later = await SendAsync($"{veteran.CardNumber},30,,19/05/2009,,\n{veteran.CardNumber},40,,02/09/2019,,\n", ImportMode.GoodRowsOnly);

        Assert.Equal(
            [
                "2 years Error THERE_IS_NO_SUCH_BADGE", "3 member_number Error BADGE_STEP_IS_NOT_REACHED", "4 award Error AWARD_DOES_NOT_FIT_THE_MEMBER",
                "5 member_number Error BADGE_STEP_IS_NOT_REACHED", "6 decided_on Error BADGE_DECISION_FOLLOWS_THE_AWARD", "7 years Error BADGE_APPEARS_TWICE_IN_THE_FILE",
            ],
            (await province.VerdictsAsync(faulty)).Split('\n').Select(line => line.Split(':')[0]));
        Assert.Equal((ImportState.Refused, ImportState.Applied, ""), (faulty.State, good.State, await province.VerdictsAsync(good)));
        Assert.Equal(
            """
            2 - Warning ROW_IS_IN_THE_REGISTER: The register says so already; the row does nothing.
            3 awarded_on Error BADGE_IS_RECORDED_OTHERWISE: This badge is recorded already, as awarded on 2019-05-19.
            """,
            await province.VerdictsAsync(later));
        Assert.Equal([30, 40], await province.ReadAsync(db => db.Badges.Where(badge => badge.MemberId == veteran.Id).Select(badge => badge.Years).Order().ToListAsync()));

        await using var scope = province.Database.Enter();
        Assert.True((await scope.Get<ImportUndo>().RunAsync(good.Id, reason: null, CancellationToken.None)).Succeeded);
        Assert.Equal(0, await province.ReadAsync(db => db.Badges.CountAsync(badge => badge.MemberId == veteran.Id)));
    }

    private Task<ImportBatch> SendAsync(string rows, ImportMode mode = ImportMode.AllOrNothing) => province.ImportAsync(Headers + rows, mode, format: "badges");
}
