using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Discipline;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Discipline;

/// <summary>Disciplinary measures on 15 June 2024, in a cell of four official members.</summary>
public sealed class DisciplineRecordingTests : IAsyncLifetime
{
    private static readonly DateOnly Announced = new(2024, 5, 20);
    private static readonly MemberDecisionInput Decision = new() { Number = "7-QĐ/HU", DecidedOn = new DateOnly(2024, 5, 22) };
    private readonly SmallProvince province = new();
    private Member member = null!;

    public async ValueTask InitializeAsync()
    {
        await province.InitializeAsync();
        for (var number = 1; number <= 3; number++)
            await province.RegisterAsync(province.NewOfficialMember());
        member = await province.RegisterAsync(province.NewOfficialMember());
    }

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_cell_reprimands_with_more_than_half_of_its_official_members_and_the_written_decision_follows()
    {
        var lacking = await RecordAsync(Measure(member) with { Vote = new VoteInput { Base = 4, InFavour = 2 } });
        var recorded = await RecordAsync(Measure(member));

        Assert.Equal([new MeasureLacksItsMajority(2, 3) { Field = "input.vote.inFavour" }], lacking.Problems);
        Assert.Equal([], recorded.Problems);
        Assert.Equal<string>(["OPEN since 2024-05-20 due 2024-05-30"], await Work.ItemsAsync(province.Database, "members.disciplinary-decision-due", recorded.Value.Id));

        var early = await StepAsync(steps => steps.WriteAsync(
            new WriteDisciplinaryDecisionInput { Id = recorded.Value.Id, ExpectedVersion = 1, Decision = Decision with { DecidedOn = new DateOnly(2024, 5, 19) } }, CancellationToken.None));
        var written = await WriteAsync(recorded.Value, 1);
        var twice = await WriteAsync(recorded.Value, 2);

        Assert.Equal([new DecisionIsBeforeTheVote(new DateOnly(2024, 5, 19), Announced) { Field = "input.decision.decidedOn" }], early.Problems);
        Assert.Equal([], written.Problems);
        Assert.Equal([new DecisionIsWrittenAlready { Field = "input.decision" }], twice.Problems);
        Assert.Equal<string>(["DONE since 2024-05-20 due 2024-05-30"], await Work.ItemsAsync(province.Database, "members.disciplinary-decision-due", recorded.Value.Id));
    }

    [Fact]
    public async Task Votes_are_counted_against_the_cell_and_its_competence()
    {
        var many = await RecordAsync(Measure(member) with { Vote = new VoteInput { Base = 5, InFavour = 5 } });
        var more = await RecordAsync(Measure(member) with { Vote = new VoteInput { Base = 4, InFavour = 5 } });
        var superiors = await RecordAsync(Measure(member) with { Ground = DisciplineGround.TaskOfSuperior });
        var removal = await RecordAsync(Measure(member) with { Form = DisciplineForm.RemovalFromPost, Decision = Decision });
        var elsewhere = await RecordAsync(Measure(member) with { DecidedByOrganizationId = province.WestCommune });

        Assert.Equal([new VoteBaseExceedsTheCell(5, 4) { Field = "input.vote.base" }], many.Problems);
        Assert.Equal([new VotesExceedTheirBase(5, 4) { Field = "input.vote.inFavour" }], more.Problems);
        Assert.Equal([new CellsOnlyProposeOnTasksOfSuperiors { Field = "input.ground" }], superiors.Problems);
        Assert.Equal(
            [new CellsReprimandAndWarnOnly { Field = "input.decidedByOrganizationId" }, new MemberHoldsNoPost { Field = "input.form" }], removal.Problems);
        Assert.Equal([new DecidingBodyIsNotAboveTheMember { Field = "input.decidedByOrganizationId" }], elsewhere.Problems);
        Assert.Equal(0, await province.ReadAsync(db => db.DisciplinaryMeasures.CountAsync()));
    }

    [Fact]
    public async Task Probationary_members_are_only_reprimanded_or_warned_and_whoever_is_pregnant_is_not_judged()
    {
        var probationary = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 4100));
        var expelled = await RecordAsync(Expulsion(probationary));
        var pregnant = await RecordAsync(Measure(member) with { Hindrance = DisciplineHindrance.Pregnancy });
        var warned = await RecordAsync(Measure(probationary) with { Form = DisciplineForm.Warning });

        Assert.Equal([new FormIsNotForProbationaryMembers { Field = "input.form" }], expelled.Problems);
        Assert.Equal([new MemberIsNotJudgedNow(DisciplineHindrance.Pregnancy) { Field = "input.hindrance" }], pregnant.Problems);
        Assert.Equal([], warned.Problems);
    }

    [Fact]
    public async Task Before_deciding_the_body_hears_the_member_or_has_invited_them_several_times_in_vain()
    {
        var away = Measure(member) with { Hearing = DisciplineHearing.StayedAwayWithoutReason, HeardOn = null };
        var unheard = await RecordAsync(Measure(member) with { HeardOn = null });
        var late = await RecordAsync(Measure(member) with { HeardOn = Announced.AddDays(1) });
        var both = await RecordAsync(away with { HeardOn = Announced });
        var once = await RecordAsync(away with { InvitedOn = [new DateOnly(2024, 5, 2), new DateOnly(2024, 5, 2)] });
        var afterwards = await RecordAsync(away with { InvitedOn = [new DateOnly(2024, 5, 2), Announced.AddDays(1)] });
        var judged = await RecordAsync(away with { InvitedOn = [new DateOnly(2024, 5, 13), new DateOnly(2024, 5, 2)], HearingNote = "Mời hai lần, vắng không lý do." });

        Assert.Equal<Problem>([new MemberIsHeardBeforeTheVote { Field = "input.heardOn" }], unheard.Problems);
        Assert.Equal<Problem>([new MemberIsHeardBeforeTheVote { Field = "input.heardOn" }], late.Problems);
        Assert.Equal<Problem>(
            [new MemberIsHeardBeforeTheVote { Field = "input.heardOn" }, new WhoStaysAwayWasInvitedSeveralTimes(2) { Field = "input.invitedOn" }], both.Problems);
        Assert.Equal<Problem>([new WhoStaysAwayWasInvitedSeveralTimes(2) { Field = "input.invitedOn" }], once.Problems);
        Assert.Equal<Problem>([new WhoStaysAwayWasInvitedSeveralTimes(2) { Field = "input.invitedOn" }], afterwards.Problems);
        Assert.Equal([], judged.Problems);
        var kept = await province.ReadAsync(db => db.DisciplinaryMeasures.SingleAsync());
        Assert.Equal<DateOnly>([new DateOnly(2024, 5, 2), new DateOnly(2024, 5, 13)], kept.InvitedOn);
    }

    [Fact]
    public async Task Days_stand_in_order_and_within_limitation()
    {
        var late = await RecordAsync(Measure(member) with { FaultEndedOn = new DateOnly(2019, 5, 19) });
        var warning = await RecordAsync(Measure(member) with { FaultEndedOn = new DateOnly(2019, 5, 19), Form = DisciplineForm.Warning });
        var before = await RecordAsync(Measure(member) with { ExpectedVersion = 2, FaultEndedOn = new DateOnly(2024, 5, 21) });
        var future = await RecordAsync(Measure(member) with { ExpectedVersion = 2, AnnouncedOn = new DateOnly(2024, 6, 16) });
        var stale = await RecordAsync(Measure(member));

        Assert.Equal([new LimitationHasPassed(new DateOnly(2024, 5, 19)) { Field = "input.form" }], late.Problems);
        Assert.Equal([], warning.Problems);
        Assert.Equal([new MeasureIsBeforeTheFault(Announced, new DateOnly(2024, 5, 21)) { Field = "input.announcedOn" }], before.Problems);
        Assert.Equal([new DateLiesInTheFuture(new DateOnly(2024, 6, 16), SmallProvince.Today) { Field = "input.announcedOn" }], future.Problems);
        Assert.Equal([new StaleVersion(1, 2) { Field = "input.expectedVersion" }], stale.Problems);
    }

    [Fact]
    public async Task An_expulsion_takes_two_thirds_of_the_cell_and_ends_membership_and_posts_until_a_complaint_is_upheld()
    {
        var without = await RecordAsync(Expulsion(member) with { Proposal = null });
        var lacking = await RecordAsync(Expulsion(member) with { Proposal = new VoteInput { Base = 4, InFavour = 2 } });
        var grassroots = await RecordAsync(Expulsion(member) with { DecidedByOrganizationId = province.EastCommune });
        var expelled = await RecordAsync(Expulsion(member));

        Assert.Equal([new ExpulsionLacksItsProposal(0, 3) { Field = "input.proposal" }], without.Problems);
        Assert.Equal([new ExpulsionLacksItsProposal(2, 3) { Field = "input.proposal.inFavour" }], lacking.Problems);
        Assert.Equal([new ExpulsionWasNotDelegated { Field = "input.decidedByOrganizationId" }], grassroots.Problems);
        Assert.Equal([], expelled.Problems);
        Assert.Equal(
            ["PROBATIONARY [2010-05-19,2011-05-19)", "OFFICIAL [2011-05-19,2024-05-20)", "EXPELLED [2024-05-20,)"],
            await province.FactsAsync("members.membership_status", "status", member.Id));
        Assert.Equal(
            ["members.member-registered", "members.member-assigned", "organizations.committee-posts-are-to-end", "members.member-status-changed"], await province.EventsAsync(member.Id));

        var late = await ReceiveAsync(expelled.Value, new DateOnly(2024, 6, 22));
        var received = await ReceiveAsync(expelled.Value, new DateOnly(2024, 6, 3));
        Assert.Equal([new DateLiesInTheFuture(new DateOnly(2024, 6, 22), SmallProvince.Today) { Field = "input.receivedOn" }], late.Problems);
        Assert.Equal([], received.Problems);
        Assert.Equal<string>(["OPEN since 2024-06-03 due 2024-09-01"], await Work.ItemsAsync(province.Database, "members.discipline-complaint-due", expelled.Value.Id));

        var settle = new SettleDisciplineComplaintInput
        {
            Id = expelled.Value.Id,
            ExpectedVersion = 2,
            Result = ComplaintResult.Upheld,
            SettledOn = new DateOnly(2024, 6, 10),
            Decision = Decision with { DecidedOn = new DateOnly(2024, 6, 10) },
        };
        var settled = await StepAsync(steps => steps.SettleAsync(settle, CancellationToken.None));
        var again = await StepAsync(steps => steps.SettleAsync(settle with { ExpectedVersion = 3 }, CancellationToken.None));

        Assert.Equal([], settled.Problems);
        Assert.Equal([new ComplaintStandsElsewhere { Field = "input.id" }], again.Problems);
        var back = await province.ReadAsync(member.Id);
        Assert.Equal((MembershipStatus.Official, new DateOnly(2024, 6, 10), new DateOnly(2010, 4, 20)), (back.Status, back.StatusSince, back.PartyAgeFrom!.Value));
        Assert.Equal<string>(["DONE since 2024-06-03 due 2024-09-01"], await Work.ItemsAsync(province.Database, "members.discipline-complaint-due", expelled.Value.Id));
    }

    [Fact]
    public async Task A_complaint_is_taken_within_thirty_days_of_the_written_decision_only()
    {
        var measure = (await RecordAsync(Measure(member) with { AnnouncedOn = new DateOnly(2024, 5, 2), FaultEndedOn = new DateOnly(2024, 4, 1) })).Value;
        var unwritten = await ReceiveAsync(measure, new DateOnly(2024, 5, 6));
        await StepAsync(steps => steps.WriteAsync(
            new WriteDisciplinaryDecisionInput { Id = measure.Id, ExpectedVersion = 1, Decision = Decision with { DecidedOn = new DateOnly(2024, 5, 3) } }, CancellationToken.None));
        var late = await StepAsync(steps => steps.ReceiveAsync(
            new ReceiveDisciplineComplaintInput { Id = measure.Id, ExpectedVersion = 2, ReceivedOn = new DateOnly(2024, 6, 3) }, CancellationToken.None));

        Assert.Equal([new ComplaintIsBeforeTheWrittenDecision { Field = "input.id" }], unwritten.Problems);
        Assert.Equal([new ComplaintIsLate(new DateOnly(2024, 6, 2)) { Field = "input.receivedOn" }], late.Problems);
    }

    [Fact]
    public async Task Nobody_records_a_measure_against_themselves_or_one_of_a_body_out_of_reach()
    {
        var self = new TestAccess { MemberId = member.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.RecordDiscipline);
        var cell = new TestAccess().Below(MembersPermissions.Read, await province.PathOfAsync(province.FirstCell))
            .Below(MembersPermissions.RecordDiscipline, await province.PathOfAsync(province.FirstCell));
        var own = await RecordAsync(self, Measure(member));
        var above = await RecordAsync(cell, Measure(member) with { DecidedByOrganizationId = province.EastCommune });
        var others = await RecordAsync(new TestAccess().Everywhere(MembersPermissions.Read).Below(MembersPermissions.RecordDiscipline, await province.PathOfAsync(province.WestCell)), Measure(member));

        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.memberId" }], own.Problems);
        Assert.Equal([new DecidingBodyIsOutOfYourReach { Field = "input.decidedByOrganizationId" }], above.Problems);
        Assert.Equal([new MemberIsOutOfYourReach { Field = "input.memberId" }], others.Problems);
    }

    [Fact]
    public async Task A_measure_goes_with_the_member_to_another_cell()
    {
        var measure = (await RecordAsync(Measure(member))).Value;
        await province.ActAsync<InternalMove, Member>(move => move.RunAsync(
            new AssignMemberToCellInput { MemberId = member.Id, ExpectedVersion = 2, OrganizationId = province.SecondCell, From = new DateOnly(2024, 6, 3) }, CancellationToken.None));

        Assert.Equal(province.SecondCell, await province.ReadAsync(db => db.DisciplinaryMeasures.Where(row => row.Id == measure.Id).Select(row => row.OrganizationId).SingleAsync()));
    }

    [Fact]
    public async Task The_notice_of_a_prosecuting_body_is_awaited_for_three_days_and_received_once()
    {
        var recorded = await province.ActAsync<AuthorityNotices, AuthorityNotice>(notices => notices.RecordAsync(
            new RecordAuthorityNoticeInput
            {
                MemberId = member.Id,
                ExpectedVersion = 1,
                Act = AuthorityAct.Detention,
                DoneOn = new DateOnly(2024, 6, 12),
                Authority = "Cơ quan Cảnh sát điều tra Công an tỉnh",
            },
            CancellationToken.None));
        Assert.Equal([], recorded.Problems);
        Assert.Equal<string>(["OPEN since 2024-06-12 due 2024-06-15"], await Work.ItemsAsync(province.Database, "members.justice-notice-due", recorded.Value.Id));

        var early = await ReceiveAsync(recorded.Value, 1, new DateOnly(2024, 6, 11));
        var received = await ReceiveAsync(recorded.Value, 1, new DateOnly(2024, 6, 14));
        var again = await ReceiveAsync(recorded.Value, 2, new DateOnly(2024, 6, 14));

        Assert.Equal([new EffectiveDateIsBeforeEarlierFact(new DateOnly(2024, 6, 11), new DateOnly(2024, 6, 12)) { Field = "input.receivedOn" }], early.Problems);
        Assert.Equal([], received.Problems);
        Assert.Equal([new NoticeWasReceivedAlready { Field = "input.id" }], again.Problems);
        Assert.Equal<string>(["DONE since 2024-06-12 due 2024-06-15"], await Work.ItemsAsync(province.Database, "members.justice-notice-due", recorded.Value.Id));
    }

    private RecordDisciplinaryMeasureInput Measure(Member against) => new()
    {
        MemberId = against.Id,
        ExpectedVersion = 1,
        Form = DisciplineForm.Reprimand,
        Ground = DisciplineGround.Activity,
        Fault = "Bỏ sinh hoạt chi bộ nhiều lần.",
        FaultEndedOn = new DateOnly(2024, 4, 3),
        DecidedByOrganizationId = province.FirstCell,
        Vote = new VoteInput { Base = 4, InFavour = 3 },
        Hearing = DisciplineHearing.Heard,
        HeardOn = new DateOnly(2024, 4, 29),
        AnnouncedOn = Announced,
    };

    private RecordDisciplinaryMeasureInput Expulsion(Member against) => Measure(against) with
    {
        Form = DisciplineForm.Expulsion,
        Ground = DisciplineGround.Law,
        DecidedByOrganizationId = province.District,
        Vote = new VoteInput { Base = 9, InFavour = 5 },
        Proposal = new VoteInput { Base = 4, InFavour = 3 },
        Decision = Decision,
    };

    private Task<Result<DisciplinaryMeasure>> RecordAsync(RecordDisciplinaryMeasureInput input) =>
        province.ActAsync<DisciplineRecording, DisciplinaryMeasure>(recording => recording.RunAsync(input, CancellationToken.None));

    private Task<Result<DisciplinaryMeasure>> RecordAsync(TestAccess access, RecordDisciplinaryMeasureInput input) =>
        province.ActAsync<DisciplineRecording, DisciplinaryMeasure>(access, recording => recording.RunAsync(input, CancellationToken.None));

    private Task<Result<DisciplinaryMeasure>> StepAsync(Func<DisciplineSteps, Task<Result<DisciplinaryMeasure>>> step) =>
        province.ActAsync<DisciplineSteps, DisciplinaryMeasure>(step);

    private Task<Result<DisciplinaryMeasure>> WriteAsync(DisciplinaryMeasure measure, int version) => StepAsync(steps => steps.WriteAsync(
        new WriteDisciplinaryDecisionInput { Id = measure.Id, ExpectedVersion = version, Decision = Decision }, CancellationToken.None));

    private Task<Result<DisciplinaryMeasure>> ReceiveAsync(DisciplinaryMeasure measure, DateOnly day) => StepAsync(steps => steps.ReceiveAsync(
        new ReceiveDisciplineComplaintInput { Id = measure.Id, ExpectedVersion = 1, ReceivedOn = day }, CancellationToken.None));

    private Task<Result<AuthorityNotice>> ReceiveAsync(AuthorityNotice notice, int version, DateOnly day) =>
        province.ActAsync<AuthorityNotices, AuthorityNotice>(notices => notices.ReceiveAsync(
            new ReceiveAuthorityNoticeInput { Id = notice.Id, ExpectedVersion = version, ReceivedOn = day, Number = "4-TB/CQĐT" }, CancellationToken.None));
}
