using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Headcounts;

public sealed class HeadcountTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task A_cell_is_counted_by_status_as_of_any_day_and_its_superiors_with_it()
    {
        await province.RegisterAsync(Newcomers.Official(province.WestCell, 5001));
        await province.RegisterAsync(Newcomers.Official(province.WestCell, 5002) with { Since = new DateOnly(2020, 2, 3) });
        await province.RegisterAsync(Newcomers.Probationary(province.WestCell, 5003));
        await province.RegisterAsync(Newcomers.Applicant(province.WestCell, 5004));
        var leaver = await province.RegisterAsync(Newcomers.Official(province.WestCell, 5005));
        await province.ActAsync<MemberStatusChange, Member>(change => change.RunAsync(
            new ChangeMemberStatusInput { MemberId = leaver.Id, ExpectedVersion = 1, Status = MembershipStatus.Deceased, EffectiveOn = new DateOnly(2022, 8, 1) },
            CancellationToken.None));

        Assert.Equal(
            [
                "2016-01-05..2020-02-03: 2+0+0+0",
                "2020-02-03..2022-08-01: 3+0+0+0",
                "2022-08-01..2023-02-03: 2+0+0+0",
                "2023-02-03..2023-11-07: 2+0+1+0",
                "2023-11-07..: 2+1+1+0",
            ],
            await province.HeadcountsAsync(province.WestCell));
        Assert.Equal(
            (0, 3, 2),
            (await OfficialMembersAsync(new DateOnly(2015, 12, 31)), await OfficialMembersAsync(new DateOnly(2021, 1, 1)), await OfficialMembersAsync(SmallProvince.Today)));
    }

    [Fact]
    public async Task Other_modules_learn_how_members_stood_on_a_day()
    {
        var member = await province.RegisterAsync(Newcomers.Official(province.FirstCell, 5006));
        await using var scope = province.Database.Enter(TestProvinces.NamDinh, new TestAccess());

        var standing = await scope.Get<IOrganizationMembership>().FindStandingAsync(
            [new(member.Id, new(2011, 1, 1)), new(member.Id, SmallProvince.Today), new(Guid.NewGuid(), new(2011, 1, 1))], CancellationToken.None);
        var now = await scope.Get<IMemberDirectory>().FindAsync([member.Id], SmallProvince.Today, CancellationToken.None);
        var cell = await scope.Get<IMemberDirectory>().FindByCellAsync([province.FirstCell], SmallProvince.Today, CancellationToken.None);

        Assert.Equal(
            new Dictionary<MemberOnDay, MemberStanding>
            {
                [new(member.Id, new(2011, 1, 1))] = new(false, null) { IsVisible = false },
                [new(member.Id, SmallProvince.Today)] = new(true, province.FirstCell) { IsVisible = false },
            },
            standing);
        Assert.Equal(
            [new MemberSummary(member.Id, member.FullName, member.BirthDate, MembershipStatus.Official, province.FirstCell) { LastOrganizationId = province.FirstCell }], now.Values);
        Assert.Contains(now[member.Id], cell[province.FirstCell]);
    }

    [Fact]
    public async Task A_cell_does_not_end_while_somebody_stands_on_its_list()
    {
        await province.RegisterAsync(Newcomers.Official(province.SecondCell, 5007));
        await province.RegisterAsync(Newcomers.Applicant(province.SecondCell, 5008));
        await using var scope = province.Database.Enter();

        var objections = await scope.Get<IOrganizationEndingObjection>().FindAsync([province.SecondCell, province.EastCommune], SmallProvince.Today, CancellationToken.None);

        Assert.Equal([(province.SecondCell, 2)], objections.Select(objection => (objection.OrganizationId, objection.Count)));
    }

    private async Task<int> OfficialMembersAsync(DateOnly day)
    {
        await using var scope = province.Database.Enter();
        var counts = await scope.Get<IOrganizationMembership>().CountOfficialMembersAsync([province.WestCommune], day, CancellationToken.None);
        return counts.GetValueOrDefault(province.WestCommune);
    }
}
