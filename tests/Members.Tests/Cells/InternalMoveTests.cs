using Modular.Kernel.Results;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Cells;

public sealed class InternalMoveTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task A_cell_of_another_grassroots_organization_takes_a_transfer()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var refused = await MoveAsync(Move(member, province.WestCell));

        Assert.Equal([new CellIsInAnotherGrassrootsOrganization("Chi bộ xóm 9") { Field = "input.organizationId" }], refused.Problems);
    }

    [Fact]
    public async Task Transfer_to_the_same_cell_is_refused()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var refused = await MoveAsync(Move(member, province.FirstCell));

        Assert.Equal([new MemberBelongsToThisCellAlready("Chi bộ xóm 1") { Field = "input.organizationId" }], refused.Problems);
    }

    [Fact]
    public async Task A_move_cannot_precede_the_arrival()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var refused = await MoveAsync(Move(member, province.SecondCell) with { From = new DateOnly(2016, 1, 5) });

        Assert.Equal([new EffectiveDateIsBeforeEarlierFact(new DateOnly(2016, 1, 5), new DateOnly(2016, 1, 6)) { Field = "input.from" }], refused.Problems);
    }

    [Fact]
    public async Task The_officer_of_one_cell_cannot_send_a_member_to_a_cell_that_is_not_theirs()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var officer = new TestAccess().At(MembersPermissions.Read, province.FirstCell).At(MembersPermissions.Assign, province.FirstCell);

        var refused = await province.ActAsync<InternalMove, Member>(officer, move => move.RunAsync(Move(member, province.SecondCell), CancellationToken.None));

        Assert.Equal([new CellIsOutOfYourReach("Chi bộ xóm 2") { Field = "input.organizationId" }], refused.Problems);
    }

    [Fact]
    public async Task Of_two_moves_at_the_same_time_one_is_stale()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var outcomes = await Task.WhenAll(
            MoveAsync(Move(member, province.SecondCell)), MoveAsync(Move(member, province.SecondCell) with { From = new DateOnly(2024, 4, 1) }));

        Assert.Equal(["", "STALE_VERSION"], outcomes.Select(outcome => string.Concat(outcome.Problems.Select(problem => problem.Code))).Order(StringComparer.Ordinal));
    }

    private static AssignMemberToCellInput Move(Member member, Guid cell) => new()
    {
        MemberId = member.Id,
        ExpectedVersion = 1,
        OrganizationId = cell,
        From = new DateOnly(2024, 3, 1),
    };

    private Task<Result<Member>> MoveAsync(AssignMemberToCellInput input) =>
        province.ActAsync<InternalMove, Member>(move => move.RunAsync(input, CancellationToken.None));
}
