using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Ending;
using Modular.Organizations.Register;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Committees;

public sealed class CommitteeTests : IAsyncLifetime
{
    private readonly MembersOfTest members = new();
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync(
        new(2024, 6, 15), services => services.AddSingleton<IOrganizationMembership>(members));

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_cell_of_nine_official_members_elects_a_committee_secretary_and_one_deputy()
    {
        members.OfficialMembers[province.Cell] = 9;
        var term = await OpenAsync(OfCell(size: 3));

        Assert.Equal(
            ["", "", "POST_IS_TAKEN at input.post", "POST_IS_TAKEN at input.post", "", "COMMITTEE_IS_FULL at input.post"],
            [
                await AssignAsync(term, CommitteePostKind.Secretary),
                await AssignAsync(term, CommitteePostKind.DeputySecretary),
                await AssignAsync(term, CommitteePostKind.Secretary),
                await AssignAsync(term, CommitteePostKind.DeputySecretary),
                await AssignAsync(term, CommitteePostKind.Member),
                await AssignAsync(term, CommitteePostKind.Member),
            ]);
    }

    [Fact]
    public async Task A_cell_under_nine_official_members_has_a_secretary_and_a_deputy_only()
    {
        members.OfficialMembers[province.Cell] = 8;

        var refused = await TryOpenAsync(OfCell(size: 3));
        var term = await OpenAsync(OfCell(size: 0));

        refused.Refused(new CellIsTooSmallForACommittee(8, 9) { Field = "input.committeeSize" });
        Assert.Equal(
            ["", "", "CELL_HAS_NO_COMMITTEE at input.post"],
            [
                await AssignAsync(term, CommitteePostKind.Secretary),
                await AssignAsync(term, CommitteePostKind.DeputySecretary),
                await AssignAsync(term, CommitteePostKind.Member),
            ]);
    }

    [Fact]
    public async Task A_cell_committee_has_at_most_seven_members()
    {
        members.OfficialMembers[province.Cell] = 40;

        (await TryOpenAsync(OfCell(size: 8))).Refused(new CellCommitteeIsTooLarge(8, 7) { Field = "input.committeeSize" });
    }

    [Theory]
    [InlineData(8, 2, "COMMITTEE_IS_TOO_SMALL_FOR_A_STANDING_COMMITTEE at input.standingSize")]
    [InlineData(15, 6, "STANDING_COMMITTEE_IS_TOO_LARGE at input.standingSize")]
    [InlineData(15, 5, "")]
    [InlineData(8, 0, "")]
    [InlineData(0, 0, "INVALID_INPUT at input.committeeSize")]
    public async Task A_standing_committee_takes_nine_members_and_is_a_third_at_most(int size, int standing, string refused) =>
        Assert.Equal(refused, string.Join(',', (await TryOpenAsync(OfCommune(size, standing))).Found()));

    [Fact]
    public async Task Secretary_deputies_and_standing_members_fill_the_standing_committee()
    {
        var term = await OpenAsync(OfCommune(size: 9, standing: 3));

        Assert.Equal(
            ["", "", "", "STANDING_COMMITTEE_IS_FULL at input.post", ""],
            [
                await AssignAsync(term, CommitteePostKind.Secretary),
                await AssignAsync(term, CommitteePostKind.DeputySecretary),
                await AssignAsync(term, CommitteePostKind.StandingMember),
                await AssignAsync(term, CommitteePostKind.StandingMember),
                await AssignAsync(term, CommitteePostKind.Member),
            ]);
    }

    [Fact]
    public async Task Whoever_holds_a_post_is_an_official_member_of_the_organization_or_below()
    {
        var term = await OpenAsync(OfCommune(size: 9, standing: 3));
        var probationary = members.Join(province.Cell, isOfficial: false);
        var elsewhere = members.Join(province.WestCommune);

        Assert.Equal(
            [
                "POST_TAKES_AN_OFFICIAL_MEMBER at input.memberId",
                "MEMBER_BELONGS_ELSEWHERE at input.memberId",
                "NOT_FOUND at input.memberId",
            ],
            [
                await AssignAsync(term, CommitteePostKind.Member, probationary),
                await AssignAsync(term, CommitteePostKind.Member, elsewhere),
                await AssignAsync(term, CommitteePostKind.Member, Guid.NewGuid()),
            ]);
    }

    [Fact]
    public async Task Whoever_is_appointed_and_not_elected_is_so_by_a_decision_of_the_superior()
    {
        var refused = await TryOpenAsync(OfCommune(9, 3) with { IsAppointed = true });
        var term = await OpenAsync(OfCommune(9, 3) with { IsAppointed = true, Decision = Decision });
        var post = Post(term, CommitteePostKind.Secretary, members.Join(province.Cell)) with { Basis = PostBasis.Appointed };
        var bare = await AssignAsync(new TestAccess().At(OrganizationsPermissions.ReadCommittees, province.EastCommune).At(OrganizationsPermissions.ManageCommittees, province.EastCommune), post);
        var decided = await province.ActAsync<PostAssignment, CommitteePost>(assignment => assignment.RunAsync(post with { Decision = Decision }, CancellationToken.None));

        refused.Refused(new AppointmentTakesADecision(IsAboutTheCommittee: true) { Field = "input.decision" });
        bare.Refused(new AppointmentTakesADecision(IsAboutTheCommittee: false) { Field = "input.decision" });
        Assert.Empty(decided.Found());
    }

    [Fact]
    public async Task A_person_holds_one_post_in_a_committee()
    {
        var term = await OpenAsync(OfCommune(size: 9, standing: 3));
        var member = members.Join(province.Cell);

        Assert.Equal(
            ["", "MEMBER_ALREADY_HOLDS_A_POST at input.memberId"],
            [await AssignAsync(term, CommitteePostKind.Member, member), await AssignAsync(term, CommitteePostKind.Secretary, member)]);
    }

    [Fact]
    public async Task A_term_has_the_length_of_its_kind_and_at_most_six_months_more()
    {
        var cell = await OpenAsync(OfCell(size: 0));
        var tooLong = await TryOpenAsync(OfCommune(9, 3) with { PlannedTo = new(2029, 8, 1) });
        var commune = await OpenAsync(OfCommune(9, 3) with { PlannedTo = new(2029, 7, 31) });

        tooLong.Refused(new TermIsTooLong(60, new(2029, 7, 31)) { Field = "input.plannedTo" });
        Assert.Equal(
            (new DateOnly(2026, 8, 1), new DateOnly(2029, 8, 1)), (cell.Valid.UpperBound, commune.Valid.UpperBound));
    }

    [Fact]
    public async Task A_new_term_ends_the_one_before_and_its_posts()
    {
        var first = await OpenAsync(OfCommune(9, 3));
        await AssignAsync(first, CommitteePostKind.Secretary);

        await OpenAsync(OfCommune(9, 3) with { Number = "2025-2030", EffectiveOn = new(2024, 5, 1) });

        var post = await province.ReadAsync(db => db.Posts.SingleAsync());
        var term = await province.ReadAsync(db => db.Terms.SingleAsync(row => row.Id == first.Id));
        Assert.Equal(
            (new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 1), PostEndReason.TermEnded),
            (term.Valid.UpperBound, post.Valid.UpperBound, post.EndReason));
    }

    [Fact]
    public async Task A_term_is_numbered_once_and_begins_after_the_one_before()
    {
        await OpenAsync(OfCommune(9, 3));

        (await TryOpenAsync(OfCommune(9, 3))).Refused(
            new EffectiveDateIsBeforeEarlierChange(new(2024, 2, 1), new(2024, 2, 2)) { Field = "input.effectiveOn" },
            new TermNumberIsTaken("2020-2025") { Field = "input.number" });
    }

    [Fact]
    public async Task A_post_begins_within_its_term()
    {
        var term = await OpenAsync(OfCommune(9, 3));
        var early = await province.ActAsync<PostAssignment, CommitteePost>(assignment => assignment.RunAsync(
            Post(term, CommitteePostKind.Secretary, members.Join(province.Cell)) with { EffectiveOn = new(2024, 1, 31) },
            CancellationToken.None));

        early.Refused(new PostIsOutsideItsTerm(new(2024, 1, 31), new(2024, 2, 1), new(2029, 1, 31)) { Field = "input.effectiveOn" });
    }

    [Fact]
    public async Task A_post_that_ended_is_free_for_another()
    {
        var term = await OpenAsync(OfCommune(9, 3));
        await AssignAsync(term, CommitteePostKind.Secretary);
        var post = await province.ReadAsync(db => db.Posts.SingleAsync());

        var ended = await EndAsync(Ending(post));
        var twice = await EndAsync(Ending(post) with { ExpectedVersion = 2 });
        var next = await province.ActAsync<PostAssignment, CommitteePost>(assignment => assignment.RunAsync(
            Post(term, CommitteePostKind.Secretary, members.Join(province.Cell)) with { EffectiveOn = new(2024, 5, 2) },
            CancellationToken.None));

        Assert.Equal((new DateOnly(2024, 5, 2), PostEndReason.Retired), (ended.Value.Valid.UpperBound, ended.Value.EndReason));
        twice.Refused(new PostHasEnded(new(2024, 5, 2)) { Field = "input.id" });
        Assert.True(next.Succeeded);
    }

    [Fact]
    public async Task Terms_and_posts_end_with_their_organization()
    {
        var term = await OpenAsync(OfCell(size: 0));
        await AssignAsync(term, CommitteePostKind.Secretary);

        await province.ActAsync<EndingAct, Organization>(ending => ending.RunAsync(
            new DissolveOrganizationInput
            {
                Id = province.Cell,
                ExpectedVersion = 1,
                EffectiveOn = new(2024, 6, 1),
                Decision = Province.Decision(),
            },
            CancellationToken.None));

        var post = await province.ReadAsync(db => db.Posts.SingleAsync());
        Assert.Equal((new DateOnly(2024, 6, 1), PostEndReason.OrganizationEnded), (post.Valid.UpperBound, post.EndReason));
    }

    [Fact]
    public async Task A_committee_is_read_and_managed_only_where_the_grant_reaches()
    {
        var term = await OpenAsync(OfCommune(9, 3));
        var own = new TestAccess()
            .At(OrganizationsPermissions.ReadCommittees, province.EastCommune)
            .At(OrganizationsPermissions.ManageCommittees, province.EastCommune);
        var other = new TestAccess()
            .At(OrganizationsPermissions.ReadCommittees, province.WestCommune)
            .At(OrganizationsPermissions.ManageCommittees, province.WestCommune);

        var byOther = await AssignAsync(other, Post(term, CommitteePostKind.Secretary, members.Join(province.Cell)));
        var byOwn = await AssignAsync(own, Post(term, CommitteePostKind.Secretary, members.Join(province.Cell)));

        byOther.Refused(new NotFound("CommitteeTerm") { Field = "input.termId" });
        Assert.True(byOwn.Succeeded);
    }

    private static DecisionInput Decision => new() { Number = "9-QĐ/HU", DecidedOn = new(2024, 1, 30), Authority = "Ban Thường vụ Huyện ủy" };

    [Fact]
    public async Task An_elected_committee_leads_and_is_approved_once_by_the_superior_after_its_election()
    {
        var term = await OpenAsync(OfCommune(9, 3) with { CongressOn = new(2024, 1, 30) });
        var appointed = await OpenAsync(OfCommune(9, 3) with
        {
            OrganizationId = province.WestCommune,
            IsAppointed = true,
            Decision = Approval(new(2024, 1, 20)),
        });

        var early = await ApproveAsync(term, 1, new(2024, 1, 29));
        var future = await ApproveAsync(term, 1, new(2024, 6, 16));
        var elsewhere = await ApproveAsync(term, 1, new(2024, 2, 5), province.WestCommune);
        var needless = await ApproveAsync(appointed, 1, new(2024, 2, 5));
        var approved = await ApproveAsync(term, 1, new(2024, 2, 5), province.Root);
        var twice = await ApproveAsync(term, 2, new(2024, 2, 6));

        early.Refused(new ApprovalIsBeforeTheElection(new(2024, 1, 29), new(2024, 1, 30)) { Field = "input.decision.decidedOn" });
        future.Refused(new EffectiveDateIsInTheFuture(new(2024, 6, 16), new(2024, 6, 15)) { Field = "input.decision.decidedOn" });
        Assert.Equal(["DECISION_WAS_NOT_MADE_BY_SUPERIOR_COMMITTEE at input.decision.authorityOrganizationId"], elsewhere.Found());
        needless.Refused(new CommitteeIsApprovedAlready { Field = "input.termId" });
        Assert.Empty(approved.Found());
        Assert.False(approved.Value.AwaitsApproval);
        twice.Refused(new CommitteeIsApprovedAlready { Field = "input.termId" });
    }

    [Fact]
    public async Task Three_ballots_are_held_at_most_and_their_number_is_kept()
    {
        var term = await OpenAsync(OfCommune(9, 3));
        var member = members.Join(province.Cell);
        var post = Post(term, CommitteePostKind.Secretary, member) with { Ballots = 4 };

        var fourth = await AssignAsync(Everything, post);
        var third = await AssignAsync(Everything, post with { Ballots = 3 });

        fourth.Refused(new AfterThreeBallotsTheSuperiorAppoints(3) { Field = "input.ballots" });
        Assert.Equal(3, third.Value.Ballots);
    }

    private static TestAccess Everything => new TestAccess()
        .Everywhere(OrganizationsPermissions.Read).Everywhere(OrganizationsPermissions.ReadCommittees).Everywhere(OrganizationsPermissions.ManageCommittees);

    private Task<Result<CommitteeTerm>> ApproveAsync(CommitteeTerm term, int version, DateOnly decidedOn, Guid? by = null) =>
        province.ActAsync<CommitteeApproval, CommitteeTerm>(approval => approval.RunAsync(
            new ApproveCommitteeInput { TermId = term.Id, ExpectedVersion = version, Decision = Approval(decidedOn) with { AuthorityOrganizationId = by } }, CancellationToken.None));

    private static DecisionInput Approval(DateOnly decidedOn) => new() { Number = "15-QĐ/HU", DecidedOn = decidedOn, Authority = "Ban Thường vụ Huyện ủy" };

    private OpenCommitteeTermInput OfCell(int size) => OfCommune(size, 0) with { OrganizationId = province.Cell };

    private OpenCommitteeTermInput OfCommune(int size, int standing) => new()
    {
        OrganizationId = province.EastCommune,
        Number = "2020-2025",
        EffectiveOn = new(2024, 2, 1),
        CommitteeSize = size,
        StandingSize = standing,
    };

    private static AssignPostInput Post(CommitteeTerm term, CommitteePostKind post, Guid member) => new()
    {
        TermId = term.Id,
        MemberId = member,
        Post = post,
        Basis = PostBasis.Elected,
        EffectiveOn = new(2024, 2, 1),
    };

    private static EndPostInput Ending(CommitteePost post) => new()
    {
        Id = post.Id,
        ExpectedVersion = 1,
        EffectiveOn = new(2024, 5, 2),
        Reason = PostEndReason.Retired,
    };

    private Task<Result<CommitteeTerm>> TryOpenAsync(OpenCommitteeTermInput input) =>
        province.ActAsync<TermOpening, CommitteeTerm>(opening => opening.RunAsync(input, CancellationToken.None));

    private async Task<CommitteeTerm> OpenAsync(OpenCommitteeTermInput input)
    {
        var opened = await TryOpenAsync(input);
        Assert.Empty(opened.Found());
        return opened.Value;
    }

    private async Task<string> AssignAsync(CommitteeTerm term, CommitteePostKind post, Guid? member = null)
    {
        var assigned = await province.ActAsync<PostAssignment, CommitteePost>(assignment => assignment.RunAsync(
            Post(term, post, member ?? members.Join(province.Cell)), CancellationToken.None));
        return string.Join(',', assigned.Found());
    }

    private Task<Result<CommitteePost>> AssignAsync(TestAccess access, AssignPostInput input) =>
        province.ActAsync<PostAssignment, CommitteePost>(access, assignment => assignment.RunAsync(input, CancellationToken.None));

    private Task<Result<CommitteePost>> EndAsync(EndPostInput input) =>
        province.ActAsync<PostEnding, CommitteePost>(ending => ending.RunAsync(input, CancellationToken.None));

    /// <summary>The module that keeps members, as far as this one asks it.</summary>
    private sealed class MembersOfTest : IOrganizationMembership
    {
        private readonly Dictionary<Guid, MemberStanding> standings = [];

        public Dictionary<Guid, int> OfficialMembers { get; } = [];

        public Guid Join(Guid organization, bool isOfficial = true)
        {
            var member = Guid.NewGuid();
            standings[member] = new MemberStanding(isOfficial, organization);
            return member;
        }

        public Task<IReadOnlyDictionary<Guid, int>> CountOfficialMembersAsync(
            IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<Guid, int>>(OfficialMembers);

        public Task<IReadOnlyDictionary<Guid, int>> CountMembersAsync(IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Only meetings ask for members.");

        public Task<IReadOnlyDictionary<MemberOnDay, MemberStanding>> FindStandingAsync(
            IReadOnlyCollection<MemberOnDay> asked, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<MemberOnDay, MemberStanding>>(
                asked.Where(one => standings.ContainsKey(one.MemberId)).ToDictionary(one => one, one => standings[one.MemberId]));

        public Task<IReadOnlyDictionary<string, NumberedMember>> FindByNumberAsync(
            IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Only imports ask for numbers.");
    }
}
