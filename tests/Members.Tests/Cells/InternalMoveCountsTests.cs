using Modular.Members.Cells;
using Modular.Members.People;
using Xunit;

namespace Modular.Members.Tests.Cells;

/// <summary>Counts the members of whole cells, so that it shares its province with no other test.</summary>
public sealed class InternalMoveCountsTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task A_member_moves_to_another_cell_of_the_commune_and_both_cells_are_counted_anew()
    {
        var member = await province.RegisterAsync(Newcomers.Official(province.SecondCell, 2001));

        var moved = await province.ActAsync<InternalMove, Member>(move => move.RunAsync(
            new AssignMemberToCellInput { MemberId = member.Id, ExpectedVersion = 1, OrganizationId = province.FirstCell, From = new DateOnly(2024, 3, 1) },
            CancellationToken.None));

        Assert.Equal([], moved.Problems);
        Assert.Equal(province.FirstCell, (await province.ReadAsync(member.Id)).OrganizationId);
        Assert.Equal(
            [$"{province.SecondCell} [2016-01-05,2024-03-01)", $"{province.FirstCell} [2024-03-01,)"],
            await province.FactsAsync("members.cell_assignment", "organization_id", member.Id));
        Assert.Equal(
            ["2016-01-05..2024-03-01: 1+0+0+0", "2024-03-01..: 0+0+0+0"], await province.HeadcountsAsync(province.SecondCell));
        Assert.Equal(["members.member-registered", "members.member-assigned", "members.member-assigned"], await province.EventsAsync(member.Id));
    }
}
