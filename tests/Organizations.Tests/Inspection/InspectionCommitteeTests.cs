using Modular.Kernel.Events;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Inspection;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Inspection;

/// <summary>Inspection committees (ORG-18), on 15 June 2024.</summary>
public sealed class InspectionCommitteeTests : IAsyncLifetime
{
    private const string Vacant = "organizations.inspection-chair-vacant";
    private static readonly DateOnly Elected = new(2024, 3, 1);
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_committee_elects_an_inspection_committee_whose_chair_is_one_of_its_members()
    {
        var term = await OpenAsync(province.EastCommune, "2024-2029");
        var member = await SitAsync(term, Guid.NewGuid());
        var committee = (await FormAsync(Forming(term) with { Size = 3 })).Value;
        Assert.Equal<string>(["OPEN since 2024-03-01 due 2024-04-12"], await ItemsAsync());

        var outsider = await AssignAsync(committee, Guid.NewGuid(), InspectionPostKind.Chair);
        var chair = await AssignAsync(committee, member, InspectionPostKind.Chair);
        var second = await AssignAsync(committee, await SitAsync(term, Guid.NewGuid()), InspectionPostKind.Chair);
        var again = await AssignAsync(committee, member, InspectionPostKind.Member);
        var others = new[]
        {
            await AssignAsync(committee, Guid.NewGuid(), InspectionPostKind.DeputyChair), await AssignAsync(committee, Guid.NewGuid(), InspectionPostKind.Member),
        };
        var fourth = await AssignAsync(committee, Guid.NewGuid(), InspectionPostKind.Member);
        var early = await AssignAsync(committee, Guid.NewGuid(), InspectionPostKind.Member, on: new(2024, 2, 29));

        outsider.Refused(new ChairIsAMemberOfTheCommittee { Field = "input.memberId" });
        Assert.Empty(chair.Found());
        second.Refused(new InspectionCommitteeHasAChair { Field = "input.post" });
        again.Refused(new MemberIsInTheInspectionCommittee(InspectionPostKind.Chair) { Field = "input.memberId" });
        Assert.All(others, assigned => Assert.Empty(assigned.Found()));
        fourth.Refused(new InspectionCommitteeIsFull(3) { Field = "input.post" });
        Assert.Equal(["INSPECTION_POST_IS_OUTSIDE_ITS_TERM at input.effectiveOn", "INSPECTION_COMMITTEE_IS_FULL at input.post"], early.Found());
        Assert.Equal<string>(["DONE since 2024-03-01 due 2024-04-12"], await ItemsAsync());
        var data = await province.AskAsync(
            """
            query ($id: ID!) {
              organization(id: $id) { inspectionPosts { post basis from to } inspectionCommittees { formedOn size isAppointed posts { post } term { number inspectionCommittees { size } } } }
            }
            """,
            new { id = Province.GlobalId("Organization", province.EastCommune) });
        Assert.Equal(
            """{"organization":{"inspectionPosts":[{"post":"CHAIR","basis":"ELECTED","from":"2024-03-01","to":null},{"post":"DEPUTY_CHAIR","basis":"ELECTED","from":"2024-03-01","to":null},{"post":"MEMBER","basis":"ELECTED","from":"2024-03-01","to":null}],"inspectionCommittees":[{"formedOn":"2024-03-01","size":3,"isAppointed":false,"posts":[{"post":"CHAIR"},{"post":"DEPUTY_CHAIR"},{"post":"MEMBER"}],"term":{"number":"2024-2029","inspectionCommittees":[{"size":3}]}}]}}""",
            data.ToJsonString());
    }

    [Fact]
    public async Task It_is_formed_once_from_the_grassroots_committee_up_and_appointed_only_where_the_organization_is_new()
    {
        var first = await OpenAsync(province.EastCommune, "2019-2024", new(2019, 3, 1));
        var term = await OpenAsync(province.EastCommune, "2024-2029");
        var ofCell = await OpenAsync(province.Cell, "2024-2026");
        var decision = new DecisionInput { Number = "8-QĐ/HU", DecidedOn = new(2024, 2, 20), Authority = "Ban Thường vụ Huyện ủy", AuthorityOrganizationId = province.East };

        var none = await FormAsync(Forming(ofCell));
        var wrong = await FormAsync(Forming(term) with { Size = 0, EffectiveOn = new(2024, 6, 16) });
        var overTerm = await FormAsync(Forming(first));
        var undecided = await FormAsync(Forming(term) with { IsAppointed = true });
        var appointed = await FormAsync(Forming(term) with { IsAppointed = true, Decision = decision });
        var bySomebodyElse = await FormAsync(Forming(term) with { Decision = decision with { AuthorityOrganizationId = province.West } });
        var elected = await FormAsync(Forming(term) with { Decision = decision });
        var twice = await FormAsync(Forming(term));
        var inNew = await FormAsync(Forming(await OpenAsync(province.WestCommune, "2024-2029")) with { IsAppointed = true, Decision = decision with { AuthorityOrganizationId = province.West } });

        none.Refused(new KindHasNoInspectionCommittee(OrganizationKinds.Cell) { Field = "input.termId" });
        Assert.Equal(["EFFECTIVE_DATE_IS_IN_THE_FUTURE at input.effectiveOn", "INSPECTION_COMMITTEE_NEEDS_MEMBERS at input.size"], wrong.Found());
        Assert.Equal(["POST_IS_OUTSIDE_ITS_TERM at input.effectiveOn"], overTerm.Found());
        Assert.Equal(["INSPECTION_APPOINTMENT_TAKES_A_DECISION at input.decision", "INSPECTION_COMMITTEE_IS_ELECTED_HERE at input.isAppointed"], undecided.Found());
        appointed.Refused(new InspectionCommitteeIsElectedHere { Field = "input.isAppointed" });
        Assert.Equal(["DECISION_WAS_NOT_MADE_BY_SUPERIOR_COMMITTEE at input.decision.authorityOrganizationId"], bySomebodyElse.Found());
        Assert.Empty(elected.Found());
        twice.Refused(new TermHasAnInspectionCommittee { Field = "input.termId" });
        Assert.Empty(inNew.Found());
        Assert.All([none, appointed, twice], refused => Assert.Equal("ORG-18", Assert.Single(refused.Problems).Rule?.Id));
    }

    [Fact]
    public async Task Posts_end_by_hand_with_the_seat_in_the_committee_with_the_member_and_with_the_term()
    {
        var term = await OpenAsync(province.EastCommune, "2024-2029");
        var (leaver, dying, staying) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var seat = await SeatAsync(term, leaver);
        var committee = (await FormAsync(Forming(term))).Value;
        var chair = (await AssignAsync(committee, leaver, InspectionPostKind.Chair)).Value;
        var ofDying = (await AssignAsync(committee, dying, InspectionPostKind.Member)).Value;
        var ofStaying = (await AssignAsync(committee, staying, InspectionPostKind.Member)).Value;
        var byHand = (await AssignAsync(committee, Guid.NewGuid(), InspectionPostKind.Member)).Value;

        Assert.Equal(["END_IS_NOT_AFTER_BEGINNING at input.effectiveOn"], (await EndAsync(byHand, 1, Elected)).Found());
        Assert.Empty((await EndAsync(byHand, 1, new(2024, 5, 2))).Found());
        Assert.Equal(["POST_HAS_ENDED at input.id"], (await EndAsync(byHand, 2, new(2024, 5, 3))).Found());
        (await EndAsync(ofStaying, 7, new(2024, 5, 3))).Refused(new StaleVersion(7, 1));
        Assert.Equal(["NOT_FOUND at input.id"], (await EndAsync(null, 1, new(2024, 5, 3))).Found());
        Assert.Empty((await province.ActAsync<PostEnding, CommitteePost>(ending => ending.RunAsync(
            new EndPostInput { Id = seat.Id, ExpectedVersion = 1, EffectiveOn = new(2024, 5, 6), Reason = PostEndReason.Retired }, CancellationToken.None))).Found());
        Assert.Equal<string>(["DONE since 2024-03-01 due 2024-04-12", "OPEN since 2024-05-06 due 2024-06-17"], await ItemsAsync());
        await using (var scope = province.Database.Enter())
        {
            await scope.Get<WhenPostsAreToEnd>().HandleAsync(
                new CommitteePostsAreToEnd(dying, new(2024, 5, 7), CommitteePostsEndReason.Deceased, OrganizationId: null), new EventContext(Guid.CreateVersion7(), TestProvinces.NamDinh.Id, province.Clock.GetUtcNow()), CancellationToken.None);
        }

        await OpenAsync(province.EastCommune, "2024-2029 (2)", new(2024, 6, 3));

        Assert.Equal<string>(
            ["[2024-03-01,2024-05-02) RETIRED", "[2024-03-01,2024-05-06) RETIRED", "[2024-03-01,2024-05-07) DECEASED", "[2024-03-01,2024-06-03) TERM_ENDED"],
            await province.Database.ScalarAsync<string[]>(
                TestProvinces.NamDinh, "select array_agg(valid || ' ' || end_reason order by valid, end_reason) from organizations.inspection_post where id = any ($1)",
                new[] { chair.Id, ofDying.Id, ofStaying.Id, byHand.Id }));
        Assert.Equal(4, await province.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.outbox where event_name = 'organizations.inspection-post-ended'"));
        Assert.Equal<string>(["DONE since 2024-03-01 due 2024-04-12", "CANCELLED since 2024-05-06 due 2024-06-17"], await ItemsAsync());
    }

    [Fact]
    public async Task Two_officers_who_give_the_chair_at_once_give_it_once()
    {
        var term = await OpenAsync(province.EastCommune, "2024-2029");
        var committee = (await FormAsync(Forming(term))).Value;
        var (one, other) = (await SitAsync(term, Guid.NewGuid()), await SitAsync(term, Guid.NewGuid()));

        var both = await Task.WhenAll(AssignAsync(committee, one, InspectionPostKind.Chair), AssignAsync(committee, other, InspectionPostKind.Chair));

        Assert.IsType<InspectionCommitteeHasAChair>(Assert.Single(Assert.Single(both, result => !result.Succeeded).Problems));
    }

    private static FormInspectionCommitteeInput Forming(CommitteeTerm term) => new() { TermId = term.Id, EffectiveOn = Elected, Size = 5 };

    private async Task<CommitteeTerm> OpenAsync(Guid organization, string number, DateOnly? from = null) =>
        (await province.ActAsync<TermOpening, CommitteeTerm>(opening => opening.RunAsync(
            new OpenCommitteeTermInput { OrganizationId = organization, Number = number, EffectiveOn = from ?? Elected, CommitteeSize = organization == province.Cell ? 0 : 8 },
            CancellationToken.None))).Value;

    private async Task<CommitteePost> SeatAsync(CommitteeTerm term, Guid member) =>
        (await province.ActAsync<PostAssignment, CommitteePost>(assignment => assignment.RunAsync(
            new AssignPostInput { TermId = term.Id, MemberId = member, Post = CommitteePostKind.Member, Basis = PostBasis.Elected, EffectiveOn = Elected },
            CancellationToken.None))).Value;

    private async Task<Guid> SitAsync(CommitteeTerm term, Guid member) => (await SeatAsync(term, member)).MemberId;

    private Task<Result<InspectionCommittee>> FormAsync(FormInspectionCommitteeInput input) =>
        province.ActAsync<InspectionForming, InspectionCommittee>(forming => forming.RunAsync(input, CancellationToken.None));

    private Task<Result<InspectionPost>> AssignAsync(InspectionCommittee committee, Guid member, InspectionPostKind post, DateOnly? on = null) =>
        province.ActAsync<InspectionAssignment, InspectionPost>(assignment => assignment.RunAsync(
            new AssignInspectionPostInput { InspectionCommitteeId = committee.Id, MemberId = member, Post = post, Basis = PostBasis.Elected, EffectiveOn = on ?? Elected },
            CancellationToken.None));

    private Task<Result<InspectionPost>> EndAsync(InspectionPost? post, int version, DateOnly on) =>
        province.ActAsync<InspectionPostEnding, InspectionPost>(ending => ending.RunAsync(
            new EndInspectionPostInput { Id = post?.Id ?? Guid.NewGuid(), ExpectedVersion = version, EffectiveOn = on, Reason = PostEndReason.Retired }, CancellationToken.None));

    private Task<string[]> ItemsAsync() => province.Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        "select coalesce(array_agg(format('%s since %s due %s', state, base_on, due_on) order by base_on), '{}') from kernel.work_items where kind = $1 and organization_id = $2",
        Vacant,
        province.EastCommune);
}
