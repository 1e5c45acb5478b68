using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Deaths;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Deaths;

/// <summary>Deaths and the slips about them, on 15 June 2024.</summary>
public sealed class DepartureSlipTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private static readonly DateOnly Died = new(2024, 4, 24);

    [Fact]
    public async Task A_death_ends_membership_cell_card_and_posts_and_its_slip_goes_up_within_thirty_working_days()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var slip = await DieAsync(member, Died, new DateOnly(2024, 4, 26));

        Assert.Equal([], slip.Problems);
        Assert.Equal(["OFFICIAL [2016-01-05,2024-04-24)"], await province.FactsAsync("members.cell_assignment", "kind", member.Id));
        Assert.Equal(["DEATH [2011-09-02,2024-04-24)"], await province.FactsAsync("members.party_card", "ended_because", member.Id));
        Assert.Equal(
            ["members.member-registered", "members.member-assigned", "organizations.committee-posts-are-to-end", "members.member-status-changed"], await province.EventsAsync(member.Id));
        Assert.Equal<string>(["OPEN since 2024-04-26 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.slip-to-send", slip.Value.Id));

        var early = await SendAsync(slip.Value, 1, new DateOnly(2024, 4, 25));
        var sent = await SendAsync(slip.Value, 1, new DateOnly(2024, 5, 6));
        var twice = await SendAsync(slip.Value, 2, new DateOnly(2024, 5, 6));

        Assert.Equal([new EffectiveDateIsBeforeEarlierFact(new DateOnly(2024, 4, 25), new DateOnly(2024, 4, 26)) { Field = "input.sentOn" }], early.Problems);
        Assert.Equal([], sent.Problems);
        Assert.Equal([new SlipWasSentAlready { Field = "input.id" }], twice.Problems);
        Assert.Equal<string>(["DONE since 2024-04-26 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.slip-to-send", slip.Value.Id));
    }

    [Fact]
    public async Task Days_of_a_death_stand_in_order_and_nobody_dies_twice()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var future = await DieAsync(member, new DateOnly(2024, 6, 16), SmallProvince.Today);
        var before = await DieAsync(member, Died, new DateOnly(2024, 4, 23));
        var nobody = await DieAsync(member, new DateOnly(2011, 5, 19), new DateOnly(2024, 4, 26));
        await DieAsync(member, Died, new DateOnly(2024, 4, 26));
        var again = await DieAsync(member, Died, new DateOnly(2024, 4, 26), version: 2);

        Assert.Equal(
            [
                new SlipIsMadeBeforeTheDeparture(SmallProvince.Today, new DateOnly(2024, 6, 16)) { Field = "input.slipMadeOn" },
                new DateLiesInTheFuture(new DateOnly(2024, 6, 16), SmallProvince.Today) { Field = "input.diedOn" },
            ],
            future.Problems);
        Assert.Equal([new SlipIsMadeBeforeTheDeparture(new DateOnly(2024, 4, 23), Died) { Field = "input.slipMadeOn" }], before.Problems);
        Assert.Equal("EFFECTIVE_DATE_IS_BEFORE_EARLIER_FACT input.diedOn", Assert.Single(nobody.Problems.Select(problem => $"{problem.Code} {problem.Field}")));
        Assert.Equal([new StatusMayNotFollow(MembershipStatus.Deceased, MembershipStatus.Deceased) { Field = "input.memberId" }], again.Problems);
    }

    [Fact]
    public async Task A_slip_is_made_once_about_somebody_who_left_and_not_about_a_member()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var stays = await MakeAsync(member, 1);
        await province.ActAsync<MemberStatusChange, Member>(change => change.RunAsync(
            new ChangeMemberStatusInput
            {
                MemberId = member.Id,
                ExpectedVersion = 1,
                Status = MembershipStatus.LeftOnRequest,
                EffectiveOn = Died,
                Decision = new MemberDecisionInput { Number = "5-QĐ/HU", DecidedOn = Died },
            },
            CancellationToken.None));
        var made = await MakeAsync(member, 2);
        var twice = await MakeAsync(member, 3);
        var self = new TestAccess { MemberId = member.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.KeepSlips);
        var own = await province.ActAsync<DepartureSlips, DepartureSlip>(self, slips => slips.MakeAsync(Making(member, 3), CancellationToken.None));

        Assert.Equal([new SlipsAreAboutThoseWhoLeft { Field = "input.memberId" }], stays.Problems);
        Assert.Equal([], made.Problems);
        Assert.Equal([new SlipWasMadeAlready { Field = "input.memberId" }], twice.Problems);
        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.memberId" }], own.Problems);
    }

    private Task<Result<DepartureSlip>> DieAsync(Member member, DateOnly diedOn, DateOnly slipMadeOn, int version = 1) =>
        province.ActAsync<DepartureSlips, DepartureSlip>(slips => slips.RecordDeathAsync(
            new RecordDeathInput { MemberId = member.Id, ExpectedVersion = version, DiedOn = diedOn, SlipMadeOn = slipMadeOn }, CancellationToken.None));

    private Task<Result<DepartureSlip>> MakeAsync(Member member, int version) =>
        province.ActAsync<DepartureSlips, DepartureSlip>(slips => slips.MakeAsync(Making(member, version), CancellationToken.None));

    private static MakeDepartureSlipInput Making(Member member, int version) => new() { MemberId = member.Id, ExpectedVersion = version, MadeOn = new DateOnly(2024, 5, 2) };

    private Task<Result<DepartureSlip>> SendAsync(DepartureSlip slip, int version, DateOnly day) =>
        province.ActAsync<DepartureSlips, DepartureSlip>(slips => slips.SendAsync(
            new SendDepartureSlipInput { Id = slip.Id, ExpectedVersion = version, SentOn = day }, CancellationToken.None));
}
