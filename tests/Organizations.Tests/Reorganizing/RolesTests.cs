using Modular.Kernel.Access;
using Modular.Organizations.Tests.OverHttp;
using Xunit;

namespace Modular.Organizations.Tests.Reorganizing;

/// <summary>Schemes are the organization board's work: nobody else writes, reads or tries one out.</summary>
public sealed class RolesTests(HttpProvince province) : IClassFixture<HttpProvince>
{
    private const string Draft =
        "mutation ($input: DraftReorganizationInput!) { draftReorganization(input: $input) { reorganization { state } errors { __typename } } }";

    [Theory]
    [InlineData(DefaultRoles.Member)]
    [InlineData(DefaultRoles.CellSecretary)]
    [InlineData(DefaultRoles.GrassrootsOfficer)]
    [InlineData(DefaultRoles.Auditor)]
    [InlineData(DefaultRoles.ProvinceAdministrator)]
    [InlineData(DefaultRoles.SystemOperator)]
    public async Task Only_the_organization_board_works_on_schemes(string role)
    {
        var drafted = await province.Of(role).ExecuteAsync(Draft, new { input = Scheme() });
        var planned = await province.Of(role).ExecuteAsync(
            "query ($id: ID!) { reorganizationPlan(id: $id) { isPossible } }", new { id = Province.GlobalId("Reorganization", Guid.Empty) });

        Assert.Equal(["FORBIDDEN"], drafted.ErrorCodes);
        Assert.Equal(["FORBIDDEN"], planned.ErrorCodes);
    }

    [Fact]
    public async Task The_organization_board_drafts_one() => (await province.Board.ExecuteAsync(Draft, new { input = Scheme() }))
        .HasData("""{ "draftReorganization": { "reorganization": { "state": "DRAFT" }, "errors": [] } }""");

    private object Scheme() => new
    {
        superiorId = province.Root,
        title = "Sắp xếp",
        effectiveOn = "2026-09-01",
        steps = new[] { new { kind = "RENAME", organizationId = province.EastCell, name = "Chi bộ thôn Đông Một" } },
    };
}
