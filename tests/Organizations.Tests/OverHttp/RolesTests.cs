using System.Net;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Organizations.Tests.OverHttp;

/// <summary>What each of the default roles meets: the directory is open to all, acts only to those whose grants reach the place.</summary>
public sealed class RolesTests(HttpProvince province) : IClassFixture<HttpProvince>
{
    private const string Read =
        "query ($id: ID!) { organization(id: $id) { name parent { name } ancestors { code } children { totalCount } organizationCount } }";

    private const string Update =
        """
        mutation ($input: UpdateOrganizationInput!) {
          updateOrganization(input: $input) { organization { address version } errors { __typename ... on Problem { code field message } } }
        }
        """;

    [Theory]
    [InlineData(DefaultRoles.Member)]
    [InlineData(DefaultRoles.CellSecretary)]
    [InlineData(DefaultRoles.GrassrootsOfficer)]
    [InlineData(DefaultRoles.OrganizationBoardOfficer)]
    [InlineData(DefaultRoles.Auditor)]
    [InlineData(DefaultRoles.ProvinceAdministrator)]
    [InlineData(DefaultRoles.SystemOperator)]
    public async Task Every_role_reads_the_directory(string role) => (await province.Of(role).ExecuteAsync(Read, new { id = province.East }))
        .HasData(
            """
            {"organization": {"name": "Đảng bộ xã Đông", "parent": {"name": "Đảng bộ tỉnh"}, "ancestors": [{"code": "36"}],
              "children": {"totalCount": 1}, "organizationCount": 1}}
            """);

    [Fact]
    public async Task Nobody_reads_without_signing_in_or_without_a_grant()
    {
        using var anonymous = province.Host.Anonymous(TestProvinces.NamDinh);
        using var stranger = await province.Host.SignInAsync(await province.Host.AddUserAsync("stranger", TestProvinces.NinhThuan));

        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.ExecuteAsync(Read, new { id = province.East })).Status);
        Assert.Equal(["FORBIDDEN"], (await stranger.ExecuteAsync(Read, new { id = province.East })).ErrorCodes);
    }

    [Fact]
    public async Task Another_province_does_not_see_the_organization()
    {
        using var elsewhere = await province.Host.SignInAsync(await province.Host.AddUserAsync(
            "elsewhere", TestProvinces.NinhThuan, TestGrant.OfRole(DefaultRoles.OrganizationBoardOfficer, Reach.Province)));

        (await elsewhere.ExecuteAsync(Read, new { id = province.East })).HasData("""{"organization": null}""");
    }

    [Theory]
    [InlineData(DefaultRoles.Member)]
    [InlineData(DefaultRoles.CellSecretary)]
    [InlineData(DefaultRoles.GrassrootsOfficer)]
    [InlineData(DefaultRoles.Auditor)]
    [InlineData(DefaultRoles.ProvinceAdministrator)]
    [InlineData(DefaultRoles.SystemOperator)]
    public async Task Only_the_organization_board_founds(string role) => Assert.Equal(
        ["FORBIDDEN"],
        (await province.Of(role).ExecuteAsync(
            "mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) { errors { __typename } } }",
            new { input = HttpProvince.Founding("CELL", province.East, "Chi bộ khác", "36.1.9") })).ErrorCodes);

    [Fact]
    public async Task An_officer_of_a_commune_changes_its_own_cells_and_no_others()
    {
        var officer = province.Of(DefaultRoles.GrassrootsOfficer);

        var own = await officer.ExecuteAsync(Update, new { input = new { id = province.EastCell, expectedVersion = 1, address = "Nhà văn hóa thôn Đông" } });
        var other = await officer.In("en").ExecuteAsync(
            Update, new { input = new { id = province.WestCell, expectedVersion = 1, address = "Nhà văn hóa thôn Tây" } });

        own.HasData("""{"updateOrganization": {"organization": {"address": "Nhà văn hóa thôn Đông", "version": 2}, "errors": []}}""");
        other.HasData(
            """
            {"updateOrganization": {"organization": null, "errors": [{"__typename": "OrganizationIsOutOfYourReach", "code": "ORGANIZATION_IS_OUT_OF_YOUR_REACH",
              "field": "input.id", "message": "You have not been given the right to do this at \"Chi bộ thôn Tây\"."}]}}
            """);
    }

    [Fact]
    public async Task Committees_are_read_where_the_grant_reaches_and_by_those_who_may()
    {
        var officer = province.Of(DefaultRoles.GrassrootsOfficer);
        var opened = await officer.ExecuteAsync(
            """
            mutation ($input: OpenCommitteeTermInput!) { openCommitteeTerm(input: $input) { committeeTerm { id number to } errors { ... on Problem { code message } } } }
            """,
            new { input = new { organizationId = province.East, number = "2026-2031", effectiveOn = "2026-09-01", committeeSize = 15, standingSize = 5 } });
        var assigned = await officer.ExecuteAsync(
            """
            mutation ($input: AssignPostInput!) { assignPost(input: $input) { committeePost { post from } errors { ... on Problem { code message } } } }
            """,
            new
            {
                input = new
                {
                    termId = (string)opened.Data["openCommitteeTerm"]!["committeeTerm"]!["id"]!,
                    memberId = Province.GlobalId("Member", Guid.NewGuid()),
                    post = "SECRETARY",
                    basis = "ELECTED",
                    effectiveOn = "2026-09-01",
                },
            });
        const string query = "query ($id: ID!) { organization(id: $id) { secretary { post basis } committee { committeeSize posts { post } } committeePosts { post } } }";

        Assert.Equal("2031-08-31", (string?)opened.Data["openCommitteeTerm"]!["committeeTerm"]!["to"]);
        Assert.Equal("SECRETARY", (string?)assigned.Data["assignPost"]!["committeePost"]!["post"]);
        const string seen =
            """
            {"organization": {"secretary": {"post": "SECRETARY", "basis": "ELECTED"}, "committee": {"committeeSize": 15, "posts": [{"post": "SECRETARY"}]},
              "committeePosts": [{"post": "SECRETARY"}]}}
            """;
        (await officer.ExecuteAsync(query, new { id = province.East })).HasData(seen);
        (await province.Of(DefaultRoles.Auditor).ExecuteAsync(query, new { id = province.East })).HasData(seen);
        (await province.Of(DefaultRoles.CellSecretary).ExecuteAsync(query, new { id = province.East }))
            .HasData("""{"organization": {"secretary": null, "committee": null, "committeePosts": []}}""");
        Assert.Equal(
            ["FORBIDDEN", "FORBIDDEN", "FORBIDDEN"],
            (await province.Of(DefaultRoles.SystemOperator).ExecuteAsync(query, new { id = province.East })).ErrorCodes);
    }

    [Fact]
    public async Task Problems_come_in_the_language_that_was_asked_for()
    {
        var input = HttpProvince.Founding("CELL", province.East, "Chi bộ thôn Đông", "36.1.8");
        const string found = "mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) { errors { ... on Problem { message rule { id instrument } } } } }";
        using var english = await province.Host.SignInAsync(await province.Host.AddUserAsync(
            "board.en", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.OrganizationBoardOfficer, Reach.Province)));

        (await province.Board.ExecuteAsync(found, new { input })).HasData(
            """
            {"foundOrganization": {"errors": [{"message": "Đã có tổ chức đang hoạt động tên \"Chi bộ thôn Đông\" trực thuộc cùng một cấp trên.",
              "rule": {"id": "ORG-25", "instrument": "Điều lệ Đảng, Điều 10 / Party Charter, Article 10"}}]}}
            """);
        (await english.In("en").ExecuteAsync(found, new { input })).HasData(
            """
            {"foundOrganization": {"errors": [{"message": "An active organization named \"Chi bộ thôn Đông\" already stands below the same parent.",
              "rule": {"id": "ORG-25", "instrument": "Điều lệ Đảng, Điều 10 / Party Charter, Article 10"}}]}}
            """);
    }

    [Fact]
    public async Task A_repeated_request_founds_once()
    {
        var input = HttpProvince.Founding("CELL", province.West, "Chi bộ thôn Bắc", "36.2.7");
        const string found = "mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) { organization { id } errors { ... on Problem { code } } } }";

        var first = await province.Board.ExecuteAsync(found, new { input }, idempotencyKey: "a retry");
        var second = await province.Board.ExecuteAsync(found, new { input }, idempotencyKey: "a retry");
        var other = await province.Board.ExecuteAsync(
            found, new { input = HttpProvince.Founding("CELL", province.West, "Chi bộ thôn Nam", "36.2.8") }, idempotencyKey: "a retry");

        Assert.Equal(first.Data.ToJsonString(), second.Data.ToJsonString());
        other.HasData("""{"foundOrganization": {"organization": null, "errors": [{"code": "IDEMPOTENCY_KEY_WAS_USED_FOR_ANOTHER_INPUT"}]}}""");
    }

    [Fact]
    public async Task Malformed_identifiers_are_refused_with_their_place()
    {
        var answer = await province.Board.ExecuteAsync(Read, new { id = Province.GlobalId("Member", Guid.NewGuid()) });

        Assert.Equal(["BAD_USER_INPUT"], answer.ErrorCodes);
    }
}
