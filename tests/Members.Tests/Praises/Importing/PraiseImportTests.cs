using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;
using Modular.Members.Tests.Imports;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Praises.Importing;

/// <summary>Praise by list, on 15 June 2024.</summary>
public sealed class PraiseImportTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Headers = "Số thẻ đảng viên,Hình thức khen thưởng,Mã tổ chức khen,Thành tích,Ngày khen thưởng,Số quyết định\n";

    [Fact]
    public async Task A_list_of_praise_is_taken_in_by_the_rules_of_single_praise_does_nothing_twice_and_is_undone()
    {
        var (one, two) = (await province.RegisterAsync(province.NewOfficialMember()), await province.RegisterAsync(province.NewOfficialMember()));
        var applicant = await province.RegisterAsync(Newcomers.Applicant(province.FirstCell, 4901));
        var west = await province.PathOfAsync(province.WestCommune);
        var officer = new TestAccess().Below(MembersPermissions.Praise, west).Below(MembersPermissions.Read, west);

        var faulty = await SendAsync(
            $"""
            {one.CardNumber},Giấy khen,36.01.001.001,Hoàn thành xuất sắc,02/02/2024,5-QĐ/CB
            {one.CardNumber},Giấy khen,36.01.001,Hoàn thành xuất sắc,02/02/2024,
            {one.CardNumber},Bằng khen,36.99,Hoàn thành xuất sắc,02/02/2024,7-QĐ/TU
            {applicant.CitizenId},Biểu dương,36.01.001.001,Giúp dân,02/02/2024,
            {one.CardNumber},Biểu dương,36.01.001.001,Giúp dân,18/05/2010,

            """);
        var foreign = await SendAsync($"{one.CardNumber},Biểu dương,36.01.001.001,Giúp dân,02/02/2024,\n", officer);
        var rows = $"{one.CardNumber},Giấy khen,36.01.001,Hoàn thành xuất sắc,02/02/2024,5-QĐ/ĐU\n{two.CardNumber},Giấy khen,36.01.001,Hoàn thành xuất sắc,02/02/2024,5-QĐ/ĐU\n";
        var good = await SendAsync(rows);
        var again = await SendAsync(rows + "\n");

        Assert.Equal(
            """
            2 form Error FORM_TAKES_A_HIGHER_LEVEL: A cell praises; certificates of merit come from the grassroots level on, flags and the higher certificate from the province.
            3 decision_number Error PRAISE_NEEDS_ITS_DECISION: The decision needs its number.
            4 organization_code Error PRAISING_ORGANIZATION_IS_UNKNOWN: No organization bears, or bore, the code 36.99.
            5 member_number Error ONLY_MEMBERS_ARE_PRAISED: Only official and probationary members are praised.
            6 member_number Error EFFECTIVE_DATE_IS_BEFORE_EARLIER_FACT: The effective date (2010-05-18) is not after the latest recorded fact; 2010-05-19 is the earliest possible.
            """,
            await province.VerdictsAsync(faulty));
        Assert.Equal("2 organization_id Error ROW_IS_OUTSIDE_OF_YOUR_AREA", (await province.VerdictsAsync(foreign)).Split(':')[0]);
        Assert.Equal((ImportState.Refused, ImportState.Applied, ""), (faulty.State, good.State, await province.VerdictsAsync(good)));
        Assert.Equal(["2 - Warning ROW_IS_IN_THE_REGISTER", "3 - Warning ROW_IS_IN_THE_REGISTER"], (await province.VerdictsAsync(again)).Split('\n').Select(line => line.Split(':')[0]));
        Assert.Equal(2, await province.ReadAsync(db => db.Praises.CountAsync()));

        await using var scope = province.Database.Enter();
        Assert.True((await scope.Get<ImportUndo>().RunAsync(good.Id, reason: null, CancellationToken.None)).Succeeded);
        Assert.Equal(0, await province.ReadAsync(db => db.Praises.CountAsync()));
    }

    private Task<ImportBatch> SendAsync(string rows, TestAccess? access = null) => province.ImportAsync(Headers + rows, access: access, format: "praises");
}
