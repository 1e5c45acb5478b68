using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Memberships;

public sealed class MemberStatusChangeTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private static readonly MemberDecisionInput Decision = new() { Number = "132-QĐ/HU", DecidedOn = new DateOnly(2024, 5, 2), Authority = "Ban Thường vụ Huyện ủy" };

    [Fact]
    public async Task An_applicant_is_admitted_and_recognized_after_twelve_months()
    {
        var member = await province.RegisterAsync(Newcomers.Applicant(province.FirstCell, 1001));

        var admitted = await ChangeAsync(new ChangeMemberStatusInput
        {
            MemberId = member.Id,
            ExpectedVersion = 1,
            Status = MembershipStatus.Probationary,
            EffectiveOn = new DateOnly(2023, 5, 19),
            Decision = Decision with { DecidedOn = new DateOnly(2023, 5, 2) },
        });
        var recognized = await ChangeAsync(new ChangeMemberStatusInput
        {
            MemberId = member.Id,
            ExpectedVersion = 2,
            Status = MembershipStatus.Official,
            Decision = Decision with { Number = "140-QĐ/HU", DecidedOn = new DateOnly(2024, 6, 3) },
        });

        Assert.Equal([], [.. admitted.Problems, .. recognized.Problems]);
        var stored = await province.ReadAsync(member.Id);
        Assert.Equal(
            (MembershipStatus.Official, new DateOnly(2024, 5, 19), new DateOnly(2023, 5, 2), new DateOnly(2023, 5, 19), new DateOnly(2024, 5, 19), new DateOnly(2023, 5, 2), 3),
            (stored.Status, stored.StatusSince, stored.AdmissionDecidedOn!.Value, stored.JoinedOn!.Value, stored.OfficialOn!.Value, stored.PartyAgeFrom!.Value, stored.Version));
        Assert.Equal(
            ["APPLICANT [2023-02-03,2023-05-19)", "PROBATIONARY [2023-05-19,2024-05-19)", "OFFICIAL [2024-05-19,)"],
            await province.FactsAsync("members.membership_status", "status", member.Id));
        Assert.Equal(
            ["members.member-registered", "members.member-assigned", "members.member-status-changed", "members.member-status-changed"],
            await province.EventsAsync(member.Id));
    }

    [Fact]
    public async Task Death_takes_a_member_off_the_list_with_card_and_flags()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var changed = await ChangeAsync(Step(member, MembershipStatus.Deceased) with { Decision = null });

        Assert.Equal([], changed.Problems);
        var stored = await province.ReadAsync(member.Id);
        Assert.Equal(
            (MembershipStatus.Deceased, new DateOnly(2024, 5, 20), null, province.FirstCell),
            (stored.Status, stored.LeftOn!.Value, stored.CardNumber, stored.OrganizationId));
        Assert.Equal(["OFFICIAL [2016-01-05,2024-05-20)"], await province.FactsAsync("members.cell_assignment", "kind", member.Id));
        Assert.Equal(["DEATH [2011-09-02,2024-05-20)"], await province.FactsAsync("members.party_card", "ended_because", member.Id));
    }

    [Fact]
    public async Task An_expelled_member_whose_complaint_is_upheld_gets_back_status_and_cell_and_keeps_the_party_age()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        await ChangeAsync(Step(member, MembershipStatus.Expelled) with { EffectiveOn = new DateOnly(2023, 3, 1), Decision = Decision with { DecidedOn = new DateOnly(2023, 3, 1) } });

        var wrong = await ChangeAsync(Step(member, MembershipStatus.Probationary) with { ExpectedVersion = 2 });
        var restored = await ChangeAsync(Step(member, MembershipStatus.Official) with { ExpectedVersion = 2, OrganizationId = province.SecondCell });

        Assert.Equal([new StatusMayNotFollow(MembershipStatus.Expelled, MembershipStatus.Probationary) { Field = "input.status" }], wrong.Problems);
        Assert.Equal([], restored.Problems);
        var stored = await province.ReadAsync(member.Id);
        Assert.Equal(
            (MembershipStatus.Official, province.SecondCell, new DateOnly(2010, 4, 20), null),
            (stored.Status, stored.OrganizationId, stored.PartyAgeFrom!.Value, stored.LeftOn));
        var membership = await province.ReadAsync(db => db.Memberships.SingleAsync(row => row.MemberId == member.Id));
        Assert.Equal((new DateOnly(2024, 5, 20), null), (membership.RestoredOn!.Value, membership.EndedOn));
    }

    [Fact]
    public async Task Restoration_of_a_removed_probationary_member_gives_back_probation_only()
    {
        var member = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 1002));
        await ChangeAsync(Step(member, MembershipStatus.NameRemoved) with { EffectiveOn = new DateOnly(2024, 5, 3) });

        var refused = await ChangeAsync(Step(member, MembershipStatus.Official) with { ExpectedVersion = 2 });

        Assert.Equal([new RestorationGivesBackThePreviousStatus(MembershipStatus.Probationary) { Field = "input.status" }], refused.Problems);
    }

    [Fact]
    public async Task Whoever_left_applies_again_once_and_not_before_thirty_six_months()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        await ChangeAsync(Step(member, MembershipStatus.LeftOnRequest) with { EffectiveOn = new DateOnly(2018, 1, 10), Decision = Decision with { DecidedOn = new DateOnly(2018, 1, 10) } });

        var early = await ChangeAsync(Step(member, MembershipStatus.Applicant) with { ExpectedVersion = 2, EffectiveOn = new DateOnly(2021, 1, 9), Decision = Decision with { DecidedOn = new DateOnly(2021, 1, 8) } });
        var applied = await ChangeAsync(Step(member, MembershipStatus.Applicant) with { ExpectedVersion = 2, EffectiveOn = new DateOnly(2021, 1, 10), Decision = Decision with { DecidedOn = new DateOnly(2021, 1, 8) } });
        var admitted = await ChangeAsync(Step(member, MembershipStatus.Probationary) with { ExpectedVersion = 3, EffectiveOn = new DateOnly(2021, 6, 1), Decision = Decision with { DecidedOn = new DateOnly(2021, 5, 20) } });
        var recognized = await ChangeAsync(Step(member, MembershipStatus.Official) with { ExpectedVersion = 4, EffectiveOn = null, Decision = Decision with { DecidedOn = new DateOnly(2022, 6, 20) } });
        await ChangeAsync(Step(member, MembershipStatus.NameRemoved) with { ExpectedVersion = 5, EffectiveOn = new DateOnly(2022, 7, 1), Decision = Decision with { DecidedOn = new DateOnly(2022, 7, 1) } });
        var third = await ChangeAsync(Step(member, MembershipStatus.Applicant) with { ExpectedVersion = 6 });

        Assert.Equal([new ReadmissionIsTooEarly(36, new DateOnly(2021, 1, 10)) { Field = "input.effectiveOn" }], early.Problems);
        Assert.Equal([], [.. applied.Problems, .. admitted.Problems, .. recognized.Problems]);
        // Party age of the second membership counts from the date of joining on the card, not from the decision.
        Assert.Equal(new DateOnly(2021, 6, 1), recognized.Value.PartyAgeFrom);
        Assert.Equal(
            [new ReadmissionIsAllowedOnlyOnce { Field = "input.status" }, new ReadmissionIsTooEarly(36, new DateOnly(2025, 7, 1)) { Field = "input.effectiveOn" }],
            third.Problems);
    }

    [Fact]
    public async Task A_probationary_member_is_removed_and_not_expelled()
    {
        var member = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 1003));

        var refused = await ChangeAsync(Step(member, MembershipStatus.Expelled));

        Assert.Equal([new ProbationaryMembersAreNotExpelled { Field = "input.status" }], refused.Problems);
        Assert.Equal("REM-08", refused.Problems[0].Rule!.Id);
    }

    [Fact]
    public async Task A_step_that_the_regulations_do_not_know_is_refused()
    {
        var member = await province.RegisterAsync(Newcomers.Applicant(province.FirstCell, 1004));

        var refused = await ChangeAsync(Step(member, MembershipStatus.Official));

        Assert.Equal([new StatusMayNotFollow(MembershipStatus.Applicant, MembershipStatus.Official) { Field = "input.status" }], refused.Problems);
    }

    [Fact]
    public async Task Removal_needs_a_decision_and_cannot_precede_what_is_recorded()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var refused = await ChangeAsync(Step(member, MembershipStatus.NameRemoved) with { Decision = null, EffectiveOn = new DateOnly(2016, 1, 5) });

        Assert.Equal(
            [
                new StatusChangeNeedsDecision(MembershipStatus.Official, MembershipStatus.NameRemoved) { Field = "input.decision" },
                new EffectiveDateIsBeforeEarlierFact(new DateOnly(2016, 1, 5), new DateOnly(2016, 1, 6)) { Field = "input.effectiveOn" },
            ],
            refused.Problems);
    }

    [Fact]
    public async Task Recognition_before_the_end_of_probation_is_refused()
    {
        var member = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 1005));

        var refused = await ChangeAsync(Step(member, MembershipStatus.Official) with { EffectiveOn = new DateOnly(2024, 6, 1), Decision = Decision with { DecidedOn = new DateOnly(2024, 5, 2) } });

        Assert.Equal(
            [
                new OfficialDateDoesNotEndProbation(new DateOnly(2024, 6, 1), new DateOnly(2024, 11, 7), 12) { Field = "input.effectiveOn" },
                new RecognitionIsBeforeEndOfProbation(new DateOnly(2024, 5, 2), new DateOnly(2024, 6, 1)) { Field = "input.decision.decidedOn" },
            ],
            refused.Problems);
    }

    [Fact]
    public async Task Nobody_changes_their_own_status()
    {
        var member = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 1006));
        var officer = new TestAccess { MemberId = member.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.ChangeStatus);

        var refused = await province.ActAsync<MemberStatusChange, Member>(
            officer, change => change.RunAsync(Step(member, MembershipStatus.NameRemoved), CancellationToken.None));

        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.memberId" }], refused.Problems);
    }

    [Fact]
    public async Task A_member_out_of_sight_is_not_found_and_one_out_of_reach_is_refused()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var (east, west) = (await province.PathOfAsync(province.EastCommune), await province.PathOfAsync(province.WestCommune));
        var stranger = new TestAccess().Below(MembersPermissions.Read, west).Below(MembersPermissions.ChangeStatus, west);
        var reader = new TestAccess().Below(MembersPermissions.Read, east).Below(MembersPermissions.ChangeStatus, west);

        var hidden = await province.ActAsync<MemberStatusChange, Member>(stranger, change => change.RunAsync(Step(member, MembershipStatus.Expelled), CancellationToken.None));
        var refused = await province.ActAsync<MemberStatusChange, Member>(reader, change => change.RunAsync(Step(member, MembershipStatus.Expelled), CancellationToken.None));

        Assert.Equal([new NotFound("Member") { Field = "input.memberId" }], hidden.Problems);
        Assert.Equal([new MemberIsOutOfYourReach { Field = "input.memberId" }], refused.Problems);
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var refused = await ChangeAsync(Step(member, MembershipStatus.Expelled) with { ExpectedVersion = 7 });

        Assert.Equal([new StaleVersion(7, 1) { Field = "input.expectedVersion" }], refused.Problems);
    }

    private static ChangeMemberStatusInput Step(Member member, MembershipStatus status) => new()
    {
        MemberId = member.Id,
        ExpectedVersion = 1,
        Status = status,
        EffectiveOn = new DateOnly(2024, 5, 20),
        Decision = Decision,
    };

    private Task<Result<Member>> ChangeAsync(ChangeMemberStatusInput input) =>
        province.ActAsync<MemberStatusChange, Member>(change => change.RunAsync(input, CancellationToken.None));
}
