using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Badges;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Badges;

/// <summary>A round of badges from its opening to the award, on 15 June 2024.</summary>
public sealed class BadgeRoundTests : IAsyncLifetime
{
    private static readonly DateOnly AwardDay = new(2024, 5, 19);
    private static readonly MemberDecisionInput Decision = new() { Number = "88-QĐ/TU", DecidedOn = new DateOnly(2024, 5, 10) };
    private readonly SmallProvince province = new();
    private BadgeRound round = null!;

    public async ValueTask InitializeAsync()
    {
        await province.InitializeAsync();
        round = (await OpenAsync(AwardDay)).Value;
    }

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_member_of_fifty_years_is_proposed_checked_decided_and_awarded_with_the_gift_of_the_table()
    {
        var member = await Veterans.RegisterAsync(province, new DateOnly(1974, 4, 2), 1);

        var proposed = await ProposeAsync(new ProposedBadgeInput { MemberId = member.Id });
        var tooSoon = await DecideAsync();
        var reviewed = await ReviewAsync(proposed.Value[0], version: 1, areRight: true);
        var decided = await DecideAsync();
        var awarded = await AwardAsync(proposed.Value[0], version: 3, AwardDay);

        Assert.Equal([new ProposalsAreNotChecked(1) { Field = "input.roundId" }], tooSoon.Problems);
        Assert.Equal([], [.. proposed.Problems, .. reviewed.Problems, .. decided.Problems, .. awarded.Problems]);
        var proposal = await province.ReadAsync(db => db.BadgeProposals.SingleAsync());
        Assert.Equal(
            (50, new DateOnly(2024, 4, 2), BadgeProposalState.Awarded, 3m, 7_020_000L),
            (proposal.Years, proposal.ReachedOn, proposal.State, proposal.GiftMultiple, proposal.GiftAmount));
        var badge = await province.ReadAsync(db => db.Badges.SingleAsync());
        Assert.Equal(
            (member.Id, 50, BadgeAward.Regular, AwardDay, "88-QĐ/TU", round.Id),
            (badge.MemberId, badge.Years, badge.Award, badge.AwardedOn, badge.DecisionNumber, badge.RoundId));
    }

    [Fact]
    public async Task Nobody_is_proposed_before_the_step_twice_or_for_a_badge_that_there_is_not()
    {
        var soon = await Veterans.RegisterAsync(province, new DateOnly(1984, 5, 20), 2);
        var due = await Veterans.RegisterAsync(province, new DateOnly(1984, 5, 19), 3);
        var probationary = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 4));
        var none = await ProposeAsync(
            new ProposedBadgeInput { MemberId = soon.Id, Years = 40 },
            new ProposedBadgeInput { MemberId = due.Id, Years = 35 },
            new ProposedBadgeInput { MemberId = probationary.Id });
        var first = await ProposeAsync(new ProposedBadgeInput { MemberId = due.Id });
        var again = await ProposeAsync(new ProposedBadgeInput { MemberId = due.Id });

        Assert.Equal(
            [
                new BadgeStepIsNotReached(40, new DateOnly(2024, 5, 20)) { Field = "input.members.0.memberId" },
                new ThereIsNoSuchBadge(35) { Field = "input.members.1.years" },
                new MemberHasNoPartyAge { Field = "input.members.2.memberId" },
            ],
            none.Problems);
        Assert.Equal(40, Assert.Single(first.Value).Years);
        Assert.Equal([new BadgeIsProposedAlready(40) { Field = "input.members.0.memberId" }], again.Problems);
        Assert.Equal(1, await province.ReadAsync(db => db.BadgeProposals.CountAsync()));
    }

    [Fact]
    public async Task The_gravely_ill_are_awarded_up_to_a_year_early_and_up_to_two_from_seventy_years_on()
    {
        var twelveMonths = await Veterans.RegisterAsync(province, new DateOnly(1975, 5, 19), 5);
        var thirteenMonths = await Veterans.RegisterAsync(province, new DateOnly(1975, 6, 1), 6);
        var seventy = await Veterans.RegisterAsync(province, new DateOnly(1956, 5, 10), 7);

        var answer = await ProposeAsync(
            new ProposedBadgeInput { MemberId = thirteenMonths.Id, Award = BadgeAward.Early, Years = 50, Reason = "Ung thư" },
            new ProposedBadgeInput { MemberId = twelveMonths.Id, Award = BadgeAward.Early });
        var right = await ProposeAsync(
            new ProposedBadgeInput { MemberId = twelveMonths.Id, Award = BadgeAward.Early, Reason = "Ung thư" },
            new ProposedBadgeInput { MemberId = seventy.Id, Award = BadgeAward.Early, Reason = "Tai biến" });

        Assert.Equal(
            [
                new BadgeIsTooEarly(50, 12, new DateOnly(2024, 6, 1)) { Field = "input.members.0.memberId" },
                new EarlyAwardNeedsItsReason { Field = "input.members.1.reason" },
            ],
            answer.Problems);
        Assert.Equal(["50", "70"], right.Value.Select(proposal => $"{proposal.Years}"));
    }

    [Fact]
    public async Task Whoever_died_less_than_a_year_before_the_step_is_awarded_after_death_and_the_family_keeps_the_badge()
    {
        var died = await Veterans.RegisterAsync(province, new DateOnly(1984, 12, 1), 8);
        var living = await Veterans.RegisterAsync(province, new DateOnly(1984, 12, 1), 9);
        var dead = await province.ActAsync<MemberStatusChange, Member>(change => change.RunAsync(
            new ChangeMemberStatusInput { MemberId = died.Id, ExpectedVersion = 1, Status = MembershipStatus.Deceased, EffectiveOn = new DateOnly(2024, 3, 1) },
            CancellationToken.None));

        var regular = await ProposeAsync(
            new ProposedBadgeInput { MemberId = died.Id }, new ProposedBadgeInput { MemberId = living.Id, Award = BadgeAward.Posthumous });
        var after = await ProposeAsync(new ProposedBadgeInput { MemberId = died.Id, Award = BadgeAward.Posthumous });
        await ReviewAsync(after.Value[0], version: 1, areRight: true);
        await DecideAsync();
        await AwardAsync(after.Value[0], version: 3, AwardDay);
        var returned = await province.ActAsync<BadgeReturn, Member>(act => act.RunAsync(
            new ReturnBadgesInput { MemberId = died.Id, ExpectedVersion = 2, ReturnedOn = SmallProvince.Today }, CancellationToken.None));

        Assert.Equal([], dead.Problems);
        Assert.Equal(
            [
                new AwardDoesNotFitTheMember { Field = "input.members.0.award" },
                new AwardDoesNotFitTheMember { Field = "input.members.1.award" },
            ],
            regular.Problems);
        Assert.Equal([new OnlyThoseWhoWereRemovedReturnBadges { Field = "input.memberId" }], returned.Problems);
        var badge = await province.ReadAsync(db => db.Badges.SingleAsync());
        Assert.Equal((40, BadgeAward.Posthumous), (badge.Years, badge.Award));
    }

    [Fact]
    public async Task A_round_is_decided_once_and_nothing_is_proposed_in_it_afterwards()
    {
        var member = await Veterans.RegisterAsync(province, new DateOnly(1974, 4, 2), 10);
        var empty = await DecideAsync();
        var proposed = await ProposeAsync(new ProposedBadgeInput { MemberId = member.Id });
        await ReviewAsync(proposed.Value[0], version: 1, areRight: true);
        var stale = await DecideAsync(version: 7);
        await DecideAsync();

        Assert.Equal([new RoundHasNoCheckedProposal { Field = "input.roundId" }], empty.Problems);
        Assert.Equal([new StaleVersion(7, 1) { Field = "input.expectedVersion" }], stale.Problems);
        Assert.Equal([new BadgeRoundIsDecided { Field = "input.roundId" }], (await DecideAsync(version: 2)).Problems);
        Assert.Equal(
            [new BadgeRoundIsDecided { Field = "input.roundId" }], (await ProposeAsync(new ProposedBadgeInput { MemberId = member.Id })).Problems);
        Assert.Equal([new AwardDayHasARound(AwardDay) { Field = "input.awardDay" }], (await OpenAsync(AwardDay)).Problems);
    }

    [Fact]
    public async Task A_badge_is_not_handed_over_before_its_decision_nor_twice()
    {
        var member = await Veterans.RegisterAsync(province, new DateOnly(1974, 4, 2), 11);
        var proposal = (await ProposeAsync(new ProposedBadgeInput { MemberId = member.Id })).Value[0];
        var undecided = await AwardAsync(proposal, version: 1, AwardDay);
        await ReviewAsync(proposal, version: 1, areRight: true);
        await DecideAsync();
        var early = await AwardAsync(proposal, version: 3, new DateOnly(2024, 5, 9));
        var future = await AwardAsync(proposal, version: 3, new DateOnly(2024, 6, 16));
        await AwardAsync(proposal, version: 3, AwardDay);
        var again = await AwardAsync(proposal, version: 4, AwardDay);

        Assert.Equal([new ProposalStandsElsewhere(BadgeProposalState.Proposed) { Field = "input.proposals.0.id" }], undecided.Problems);
        Assert.Equal([new BadgeIsAwardedBeforeItsDecision(new DateOnly(2024, 5, 9), new DateOnly(2024, 5, 10)) { Field = "input.awardedOn" }], early.Problems);
        Assert.Equal([new DateLiesInTheFuture(new DateOnly(2024, 6, 16), SmallProvince.Today) { Field = "input.awardedOn" }], future.Problems);
        Assert.Equal([new ProposalStandsElsewhere(BadgeProposalState.Awarded) { Field = "input.proposals.0.id" }], again.Problems);
    }

    [Fact]
    public async Task Nobody_checks_or_decides_on_their_own_badge_and_only_the_province_opens_rounds()
    {
        var member = await Veterans.RegisterAsync(province, new DateOnly(1974, 4, 2), 12);
        var proposal = (await ProposeAsync(new ProposedBadgeInput { MemberId = member.Id })).Value[0];
        var self = new TestAccess { MemberId = member.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.DecideBadges);
        var ownCheck = await province.ActAsync<BadgeReview, List<BadgeProposal>>(self, act => act.RunAsync(Review(proposal, 1, areRight: true), CancellationToken.None));
        await ReviewAsync(proposal, version: 1, areRight: true);
        var ownDecision = await province.ActAsync<BadgeRoundDecision, BadgeRound>(self, act => act.RunAsync(Deciding(1), CancellationToken.None));
        var below = new TestAccess().Below(MembersPermissions.DecideBadges, await province.PathOfAsync(province.District));
        var opened = await province.ActAsync<BadgeRoundOpening, BadgeRound>(
            below, act => act.RunAsync(new OpenBadgeRoundInput { AwardDay = new DateOnly(2024, 9, 2) }, CancellationToken.None));

        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.proposals.0.id" }], ownCheck.Problems);
        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.roundId" }], ownDecision.Problems);
        Assert.Equal([new BadgeRoundsBelongToTheProvince()], opened.Problems);
    }

    [Fact]
    public async Task A_round_is_due_before_its_award_day_and_done_with_the_decision()
    {
        var later = (await OpenAsync(new DateOnly(2024, 7, 27))).Value;
        Assert.Equal<string>(["OPEN since 2024-07-12 due 2024-07-12"], await Work.ItemsAsync(province.Database, "members.badge-round-due", later.Id));

        var member = await Veterans.RegisterAsync(province, new DateOnly(1974, 4, 2), 13);
        var proposal = (await ProposeAsync(later, new ProposedBadgeInput { MemberId = member.Id })).Value[0];
        await ReviewAsync(proposal, version: 1, areRight: true);
        await province.ActAsync<BadgeRoundDecision, BadgeRound>(act => act.RunAsync(Deciding(1) with { RoundId = later.Id }, CancellationToken.None));

        Assert.Equal<string>(["DONE since 2024-07-12 due 2024-07-12"], await Work.ItemsAsync(province.Database, "members.badge-round-due", later.Id));
    }

    [Fact]
    public async Task Whoever_is_expelled_owes_the_badges_until_they_are_returned()
    {
        var member = await Veterans.RegisterAsync(province, new DateOnly(1984, 4, 2), 14);
        var recorded = await province.ActAsync<BadgeRecording, Member>(act => act.RunAsync(
            new RecordBadgeInput { MemberId = member.Id, ExpectedVersion = 1, Years = 40, AwardedOn = AwardDay }, CancellationToken.None));
        await province.ActAsync<MemberStatusChange, Member>(change => change.RunAsync(
            new ChangeMemberStatusInput
            {
                MemberId = member.Id,
                ExpectedVersion = 2,
                Status = MembershipStatus.Expelled,
                EffectiveOn = new DateOnly(2024, 6, 3),
                Decision = Decision with { DecidedOn = new DateOnly(2024, 6, 3) },
            },
            CancellationToken.None));

        Assert.Equal([], recorded.Problems);
        Assert.Equal<string>(["OPEN since 2024-06-03 due 2024-07-15"], await Work.ItemsAsync(province.Database, "members.badges-to-return", member.Id));
        var returned = await province.ActAsync<BadgeReturn, Member>(act => act.RunAsync(
            new ReturnBadgesInput { MemberId = member.Id, ExpectedVersion = 3, ReturnedOn = SmallProvince.Today }, CancellationToken.None));
        Assert.Equal([], returned.Problems);
        Assert.Equal<string>(["DONE since 2024-06-03 due 2024-07-15"], await Work.ItemsAsync(province.Database, "members.badges-to-return", member.Id));
    }

    [Fact]
    public async Task Each_badge_comes_back_to_somebody_or_it_is_said_why_not()
    {
        var member = await Veterans.RegisterAsync(province, new DateOnly(1984, 4, 2), 16);
        await RecordAsync(new RecordBadgeInput { MemberId = member.Id, ExpectedVersion = 1, Years = 30, AwardedOn = new DateOnly(2014, 5, 19) });
        await RecordAsync(new RecordBadgeInput { MemberId = member.Id, ExpectedVersion = 2, Years = 40, AwardedOn = AwardDay });
        await province.ActAsync<MemberStatusChange, Member>(change => change.RunAsync(
            new ChangeMemberStatusInput
            {
                MemberId = member.Id,
                ExpectedVersion = 3,
                Status = MembershipStatus.LeftOnRequest,
                EffectiveOn = new DateOnly(2024, 6, 3),
                Decision = Decision with { DecidedOn = new DateOnly(2024, 6, 3) },
            },
            CancellationToken.None));
        var back = new ReturnBadgesInput { MemberId = member.Id, ExpectedVersion = 4, ReturnedOn = new DateOnly(2024, 6, 10), Years = [40], TakenBy = "Phạm Thị Thu, Đảng ủy xã" };

        var both = await ReturnAsync(back with { NotReturnedBecause = "Mất." });
        var unknown = await ReturnAsync(back with { Years = [30, 50] });
        var one = await ReturnAsync(back);
        var lost = await ReturnAsync(back with { ExpectedVersion = 5, Years = null, TakenBy = null, NotReturnedBecause = "Mất khi chuyển nhà." });

        Assert.Equal(("INVALID_INPUT", "input.notReturnedBecause"), (Assert.Single(both.Problems).Code, both.Problems[0].Field));
        Assert.Equal([new BadgeIsNotHeld { Field = "input.years" }], unknown.Problems);
        Assert.Equal([], [.. one.Problems, .. lost.Problems]);
        Assert.Equal(
            ["30 not on 10/06/2024: Mất khi chuyển nhà.", "40 on 10/06/2024 to Phạm Thị Thu, Đảng ủy xã"],
            await province.ReadAsync(db => db.Badges.Where(badge => badge.MemberId == member.Id).OrderBy(badge => badge.Years).Select(badge => badge.ReturnedOn == null
                ? $"{badge.Years} not on {badge.NotReturnedOn!.Value.Vietnamese()}: {badge.NotReturnedBecause}"
                : $"{badge.Years} on {badge.ReturnedOn.Value.Vietnamese()} to {badge.ReturnTakenBy}").ToListAsync()));
        Assert.Equal<string>(
            ["DONE since 2024-06-03 due 2024-07-15", "DONE since 2024-06-03 due 2024-07-15"], await Work.ItemsAsync(province.Database, "members.badges-to-return", member.Id));
    }

    [Fact]
    public async Task A_lost_badge_is_issued_again_for_a_good_reason_and_one_of_before_is_recorded_once()
    {
        var member = await Veterans.RegisterAsync(province, new DateOnly(1984, 4, 2), 15);
        var record = new RecordBadgeInput { MemberId = member.Id, ExpectedVersion = 1, Years = 30, AwardedOn = new DateOnly(2014, 5, 19) };
        var early = await RecordAsync(record with { AwardedOn = new DateOnly(2014, 2, 3) });
        var recorded = await RecordAsync(record);
        var twice = await RecordAsync(record with { ExpectedVersion = 2 });
        var reissue = new ReissueBadgeInput { MemberId = member.Id, ExpectedVersion = 2, Years = 30, ReissuedOn = new DateOnly(2024, 6, 1), Reason = " ", Decision = Decision };
        var without = await ReissueAsync(reissue);
        var unknown = await ReissueAsync(reissue with { Years = 40, Reason = "Cháy nhà" });
        var reissued = await ReissueAsync(reissue with { Reason = "Cháy nhà" });

        Assert.Equal([new BadgeStepIsNotReached(30, new DateOnly(2014, 4, 2)) { Field = "input.memberId" }], early.Problems);
        Assert.Equal([new BadgeWasAwardedAlready(30) { Field = "input.years" }], twice.Problems);
        Assert.Equal("INVALID_INPUT", Assert.Single(without.Problems).Code);
        Assert.Equal([new BadgeIsNotHeld { Field = "input.years" }], unknown.Problems);
        Assert.Equal([], [.. recorded.Problems, .. reissued.Problems]);
        Assert.Equal(new DateOnly(2024, 6, 1), await province.ReadAsync(db => db.Badges.Select(badge => badge.ReissuedOn).SingleAsync()));
    }

    private Task<Result<BadgeRound>> OpenAsync(DateOnly awardDay) => province.ActAsync<BadgeRoundOpening, BadgeRound>(
        act => act.RunAsync(new OpenBadgeRoundInput { AwardDay = awardDay }, CancellationToken.None));

    private Task<Result<List<BadgeProposal>>> ProposeAsync(params ProposedBadgeInput[] members) => ProposeAsync(round, members);

    private Task<Result<List<BadgeProposal>>> ProposeAsync(BadgeRound within, params ProposedBadgeInput[] members) =>
        province.ActAsync<BadgeProposing, List<BadgeProposal>>(act => act.RunAsync(
            new ProposeBadgesInput { RoundId = within.Id, Members = members }, CancellationToken.None));

    private Task<Result<List<BadgeProposal>>> ReviewAsync(BadgeProposal proposal, int version, bool areRight) =>
        province.ActAsync<BadgeReview, List<BadgeProposal>>(act => act.RunAsync(Review(proposal, version, areRight), CancellationToken.None));

    private static ReviewBadgeProposalsInput Review(BadgeProposal proposal, int version, bool areRight) => new()
    {
        Proposals = [new BadgeProposalInput { Id = proposal.Id, ExpectedVersion = version }],
        AreRight = areRight,
    };

    private Task<Result<BadgeRound>> DecideAsync(int version = 1) =>
        province.ActAsync<BadgeRoundDecision, BadgeRound>(act => act.RunAsync(Deciding(version), CancellationToken.None));

    private DecideBadgeRoundInput Deciding(int version) => new() { RoundId = round.Id, ExpectedVersion = version, Decision = Decision };

    private Task<Result<List<BadgeProposal>>> AwardAsync(BadgeProposal proposal, int version, DateOnly day) =>
        province.ActAsync<BadgeAwarding, List<BadgeProposal>>(act => act.RunAsync(
            new AwardBadgesInput { Proposals = [new BadgeProposalInput { Id = proposal.Id, ExpectedVersion = version }], AwardedOn = day }, CancellationToken.None));

    private Task<Result<Member>> RecordAsync(RecordBadgeInput input) =>
        province.ActAsync<BadgeRecording, Member>(act => act.RunAsync(input, CancellationToken.None));

    private Task<Result<Member>> ReturnAsync(ReturnBadgesInput input) =>
        province.ActAsync<BadgeReturn, Member>(act => act.RunAsync(input, CancellationToken.None));

    private Task<Result<Member>> ReissueAsync(ReissueBadgeInput input) =>
        province.ActAsync<BadgeReissue, Member>(act => act.RunAsync(input, CancellationToken.None));
}
