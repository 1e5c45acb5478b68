using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Headcounts;

/// <summary>Cells by size, as of a day.</summary>
public sealed class CellSizesTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task Cells_are_counted_by_the_sizes_that_rules_tell_apart_empty_ones_too()
    {
        var commune = await register.FoundAsync(register.District, OrganizationKinds.GrassrootsCommittee, "Đảng bộ xã Giao Xuân", "36.01.009");
        await CellAsync(commune, 2);
        await CellAsync(commune, 3);
        await CellAsync(commune, 9);

        var answer = await register.Officer.ExecuteAsync(
            """
            query ($id: ID!) { organization(id: $id) {
              cellSizes { least most count }
              before: cellSizes(asOf: "2015-12-31") { least count } } }
            """,
            new { id = commune });

        answer.HasData(
            """
            { "organization": {
              "cellSizes": [{ "least": 0, "most": 2, "count": 1 }, { "least": 3, "most": 8, "count": 1 }, { "least": 9, "most": 29, "count": 1 },
                { "least": 30, "most": 49, "count": 0 }, { "least": 50, "most": null, "count": 0 }],
              "before": [{ "least": 0, "count": 3 }, { "least": 3, "count": 0 }, { "least": 9, "count": 0 }, { "least": 30, "count": 0 }, { "least": 50, "count": 0 }] } }
            """);
    }

    // Among the few rows of a test any index is as good as another to the planner, so that these are asked for by what they begin with.
    [Theory]
    [InlineData("headcount_pkey", "(province_id, organization_id, first_day)")]
    [InlineData("qualification_ends_once_a_day", "(province_id, member_id, until)")]
    public async Task Sizes_and_qualifications_of_a_day_are_looked_up_by_an_index_that_begins_with_whom_they_are_of(string index, string columns) => Assert.EndsWith(
        columns,
        await register.Database.ScalarAsync<string>(TestProvinces.NamDinh, "select pg_get_indexdef(('members.' || $1)::regclass)", index),
        StringComparison.Ordinal);

    private async Task CellAsync(string commune, int members)
    {
        var cell = await register.FoundAsync(commune, OrganizationKinds.Cell, $"Chi bộ {members}", $"36.01.009.00{members}");
        for (var index = 0; index < members; index++)
            await register.AddMemberAsync(cell, $"Lê Văn {(char)('A' + index)}", (members * 100) + index);
    }
}
