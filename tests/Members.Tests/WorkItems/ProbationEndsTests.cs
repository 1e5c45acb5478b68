using Modular.Kernel.Postgres.Policies;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.WorkItems;

public sealed class ProbationEndsTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Kind = "members.probation-ends";
    private static readonly MemberDecisionInput Decision = new() { Number = "132-QĐ/HU", DecidedOn = new DateOnly(2024, 6, 3), Authority = "Ban Thường vụ Huyện ủy" };

    [Fact]
    public async Task The_last_day_counts_working_days_after_the_end_of_probation_without_the_days_of_tet()
    {
        // Probation ends on 1 February 2024; Tết is off from 8 to 14 February, so the thirtieth working day is 21 March and not 14 March.
        var member = await ProbationaryAsync(1, new DateOnly(2023, 2, 1));

        Assert.Equal<string>(["OPEN since 2024-02-01 due 2024-03-21"], await ItemsAsync(member));
    }

    [Fact]
    public async Task It_comes_up_ninety_days_before_the_end_and_not_earlier()
    {
        // Today is 15 June 2024.
        var soon = await ProbationaryAsync(2, new DateOnly(2023, 9, 13));
        var later = await ProbationaryAsync(3, new DateOnly(2023, 9, 14));

        Assert.Equal<string>(["OPEN since 2024-09-13 due 2024-10-25"], await ItemsAsync(soon));
        Assert.Empty(await ItemsAsync(later));
    }

    [Fact]
    public async Task The_same_probation_never_makes_two_items()
    {
        var member = await ProbationaryAsync(4, new DateOnly(2023, 5, 19));

        await Work.SweepAsync(province.Database);
        await Work.SweepAsync(province.Database);

        Assert.Equal<string>(["OPEN since 2024-05-19 due 2024-06-28"], await ItemsAsync(member));
    }

    [Fact]
    public async Task It_is_done_when_the_member_is_recognized()
    {
        var member = await ProbationaryAsync(5, new DateOnly(2023, 5, 19));

        await ChangeAsync(member, MembershipStatus.Official, effectiveOn: null);

        Assert.Equal<string>(["DONE since 2024-05-19 due 2024-06-28"], await ItemsAsync(member));
    }

    [Fact]
    public async Task It_is_cancelled_when_the_member_is_removed_from_the_list()
    {
        var member = await ProbationaryAsync(6, new DateOnly(2023, 5, 19));

        await ChangeAsync(member, MembershipStatus.NameRemoved, new DateOnly(2024, 6, 10));

        Assert.Equal<string>(["CANCELLED since 2024-05-19 due 2024-06-28"], await ItemsAsync(member));
    }

    [Fact]
    public async Task What_was_behind_the_back_of_the_register_is_found_by_the_sweep()
    {
        var member = await ProbationaryAsync(7, new DateOnly(2023, 5, 19));
        await province.Database.ExecuteAsync(
            TestProvinces.NamDinh, "update members.membership set ceremony_on = '2023-05-26' where member_id = $1", member.Id);

        await Work.SweepAsync(province.Database);

        Assert.Equal<string>(["SUPERSEDED since 2024-05-19 due 2024-06-28", "OPEN since 2024-05-26 due 2024-07-05"], await ItemsAsync(member));
    }

    [Fact]
    public async Task The_policy_in_force_when_probation_ends_decides_and_an_open_item_keeps_its_last_day()
    {
        var before = await ProbationaryAsync(8, new DateOnly(2022, 3, 1));
        await using (var scope = province.Database.Enter())
        {
            await scope.Get<PolicyDecisions>().DecideAsync(
                new ProbationDeadlinePolicy { ReviewWorkingDays = 20 }, new DateOnly(2023, 1, 1), new DateOnly(2023, 7, 1), "9-QĐ/TU", CancellationToken.None);
        }

        var after = await ProbationaryAsync(9, new DateOnly(2022, 3, 1));
        await Work.SweepAsync(province.Database);

        Assert.Equal<string>(["OPEN since 2023-03-01 due 2023-04-12"], await ItemsAsync(before));
        Assert.Equal<string>(["OPEN since 2023-03-01 due 2023-03-29"], await ItemsAsync(after));
    }

    [Fact]
    public async Task Where_nothing_changed_nothing_is_written()
    {
        var member = await ProbationaryAsync(10, new DateOnly(2023, 5, 19));
        const string Version = "select xmin::text from kernel.work_items where member_id = $1";
        var before = await province.Database.ScalarAsync<string>(TestProvinces.NamDinh, Version, member.Id);

        await Work.SweepAsync(province.Database);

        Assert.Equal(before, await province.Database.ScalarAsync<string>(TestProvinces.NamDinh, Version, member.Id));
    }

    private Task<Member> ProbationaryAsync(int number, DateOnly ceremony) => province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 7000 + number) with
    {
        Since = ceremony,
        Membership = new MembershipDates { AdmissionDecidedOn = ceremony.AddDays(-10), CeremonyOn = ceremony },
    });

    private async Task ChangeAsync(Member member, MembershipStatus status, DateOnly? effectiveOn)
    {
        var changed = await province.ActAsync<MemberStatusChange, Member>(change => change.RunAsync(
            new ChangeMemberStatusInput
            {
                MemberId = member.Id,
                ExpectedVersion = 1,
                Status = status,
                EffectiveOn = effectiveOn,
                Decision = Decision,
            },
            CancellationToken.None));
        Assert.Equal([], changed.Problems);
    }

    private Task<string[]> ItemsAsync(Member member) => Work.ItemsAsync(province.Database, Kind, member.Id);
}
