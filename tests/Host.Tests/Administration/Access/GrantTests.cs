using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Administration.Access;

/// <summary>Giving, delegating and ending roles over HTTP.</summary>
public sealed class GrantTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Give =
        """
        mutation ($input: GiveRoleInput!) { giveRole(input: $input) {
          grant { id version roleId reach from to reason grantedBy user { userName } } errors { __typename ... on Problem { field } } } }
        """;

    private const string Delegate =
        "mutation ($input: DelegateRoleInput!) { delegateRole(input: $input) { grant { id version } errors { __typename ... on Problem { field } } } }";

    private const string End =
        "mutation ($input: EndGrantInput!) { endGrant(input: $input) { grant { version endReason } errors { __typename ... on Problem { field } } } }";

    private readonly TestHost host = fixture.Host;

    [Fact]
    public async Task An_administrator_gives_a_role_that_works_at_once_and_takes_it_back()
    {
        using var administrator = await SignInAsync("gives", TestGrant.OfRole(DefaultRoles.ProvinceAdministrator, Reach.Province));
        var officer = await host.AddUserAsync("gets", TestProvinces.NamDinh);
        using var client = await host.SignInAsync(officer);

        var before = await client.ExecuteAsync("{ registers }");
        var given = await administrator.ExecuteAsync(Give, Input(officer, DefaultRoles.CellSecretary, "PROVINCE"));
        var during = await client.ExecuteAsync("{ registers }");
        var grant = given.Data["giveRole"]!["grant"]!;
        var ended = await administrator.ExecuteAsync(
            End, new { input = new { id = (string)grant["id"]!, expectedVersion = (int)grant["version"]!, reason = "Moved on." } });
        var after = await client.ExecuteAsync("{ registers }");

        Assert.Equal(
            ("[]", "cell-secretary PROVINCE gives gets"),
            (given.Data["giveRole"]!["errors"]!.ToJsonString(), $"{grant["roleId"]} {grant["reach"]} {grant["grantedBy"]} {grant["user"]!["userName"]}"));
        ended.HasData("""{"endGrant": {"grant": {"version": 2, "endReason": "Moved on."}, "errors": []}}""");
        Assert.Equal(["FORBIDDEN"], before.ErrorCodes);
        Assert.Empty(during.ErrorCodes);
        Assert.Equal(["FORBIDDEN"], after.ErrorCodes);
    }

    [Fact]
    public async Task Nobody_gives_more_than_they_hold_to_give_nor_beyond_their_place_nor_to_themselves()
    {
        var own = await host.AddUserAsync("board", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.OrganizationBoardOfficer, Reach.OrganizationAndBelow, HostFixture.Committee));
        using var board = await host.SignInAsync(own);
        var target = await host.AddUserAsync("target", TestProvinces.NamDinh);

        Assert.Equal(
            [
                "RoleHoldsMoreThanYouMayGive input.roleId",
                "RoleHoldsMoreThanYouMayGive input.roleId",
                "RoleHoldsMoreThanYouMayGive input.roleId",
                "NobodyGivesThemselvesRights input.userId",
                "",
            ],
            [
                await RefusalAsync(board, Input(target, DefaultRoles.ProvinceAdministrator, "ORGANIZATION_AND_BELOW", HostFixture.Cell)),
                await RefusalAsync(board, Input(target, DefaultRoles.OrganizationBoardOfficer, "PROVINCE")),
                await RefusalAsync(board, Input(target, DefaultRoles.OrganizationBoardOfficer, "ORGANIZATION_AND_BELOW", HostFixture.Root)),
                await RefusalAsync(board, Input(own, DefaultRoles.OrganizationBoardOfficer, "ORGANIZATION", HostFixture.Cell)),
                await RefusalAsync(board, Input(target, DefaultRoles.OrganizationBoardOfficer, "ORGANIZATION_AND_BELOW", HostFixture.Cell)),
            ]);
    }

    [Theory]
    [InlineData("ORGANIZATION", null, null, null, "ReachAndOrganizationDoNotFit input.organizationId")]
    [InlineData("PROVINCE", "00000000-0000-0000-0000-000000000003", null, null, "ReachAndOrganizationDoNotFit input.organizationId")]
    [InlineData("ORGANIZATION", "00000000-0000-0000-0000-0000000000ff", null, null, "NotFound input.organizationId")]
    [InlineData("PROVINCE", null, "2020-01-01", null, "GrantIsNotForThePast input.from")]
    [InlineData("PROVINCE", null, "2090-01-02", "2090-01-01", "GrantEndsBeforeItBegins input.to")]
    public async Task A_grant_names_place_and_days_rightly(string reach, string? organization, string? from, string? to, string refusal)
    {
        using var administrator = await SignInAsync($"careful{Guid.NewGuid():n}", TestGrant.OfRole(DefaultRoles.ProvinceAdministrator, Reach.Province));
        var target = await host.AddUserAsync($"target{Guid.NewGuid():n}", TestProvinces.NamDinh);

        var input = Input(target, DefaultRoles.Member, reach, organization is null ? null : Guid.Parse(organization), from, to);

        Assert.Equal(refusal, await RefusalAsync(administrator, input));
    }

    [Fact]
    public async Task Somebody_stands_in_for_an_officer_who_is_away_as_long_as_the_officer_holds_the_role()
    {
        var away = await host.AddUserAsync("away", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Province));
        using var officer = await host.SignInAsync(away);
        var stand = await host.AddUserAsync("stand", TestProvinces.NamDinh);
        using var standIn = await host.SignInAsync(stand);
        using var administrator = await SignInAsync("watches", TestGrant.OfRole(DefaultRoles.ProvinceAdministrator, Reach.Province));
        var own = (await officer.ExecuteAsync("{ viewer { grants { id version roleId isDelegated } } }")).Data["viewer"]!["grants"]![0]!;

        var input = new { grantId = (string)own["id"]!, userId = new GlobalId("User", stand.Id).ToString(), to = "2090-01-01", reason = "On leave." };
        var delegated = await officer.ExecuteAsync(Delegate, new { input });
        var during = await standIn.ExecuteAsync("{ registers viewer { grants { id isDelegated } } }");
        var delegations = await officer.ExecuteAsync("{ viewer { delegations { roleId isDelegated to } } }");
        var passedOn = await standIn.ExecuteAsync(
            Delegate, new { input = input with { grantId = (string)during.Data["viewer"]!["grants"]![0]!["id"]!, userId = new GlobalId("User", away.Id).ToString() } });
        var stolen = await standIn.ExecuteAsync(Delegate, new { input = input with { userId = new GlobalId("User", away.Id).ToString() } });
        await administrator.ExecuteAsync(End, new { input = new { id = (string)own["id"]!, expectedVersion = (int)own["version"]!, reason = "Retired." } });
        var after = await standIn.ExecuteAsync("{ registers }");

        Assert.Equal("[]", delegated.Data["delegateRole"]!["errors"]!.ToJsonString());
        Assert.True((bool)during.Data["viewer"]!["grants"]![0]!["isDelegated"]!);
        delegations.HasData("""{"viewer": {"delegations": [{"roleId": "cell-secretary", "isDelegated": true, "to": "2090-01-01"}]}}""");
        Assert.Equal("GrantCannotBeDelegated input.grantId", Refusal(passedOn, "delegateRole"));
        Assert.Equal("GrantIsNotYours input.grantId", Refusal(stolen, "delegateRole"));
        Assert.Equal(["FORBIDDEN"], after.ErrorCodes);
    }

    [Fact]
    public async Task A_grant_is_ended_by_whom_it_concerns_and_once()
    {
        var holder = await host.AddUserAsync("holder", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.OrganizationBoardOfficer, Reach.Province));
        using var client = await host.SignInAsync(holder);
        using var stranger = await SignInAsync("stranger", TestGrant.OfRole(DefaultRoles.Auditor, Reach.Province));
        var own = (await client.ExecuteAsync("{ viewer { grants { id version } } }")).Data["viewer"]!["grants"]![0]!;
        var input = new { input = new { id = (string)own["id"]!, expectedVersion = (int)own["version"]!, reason = "Laid down." } };

        Assert.Equal(
            ["GrantIsNotYoursToEnd input.id", "", "GrantIsOver input.id"],
            [
                Refusal(await stranger.ExecuteAsync(End, input), "endGrant"),
                Refusal(await client.ExecuteAsync(End, input), "endGrant"),
                Refusal(await client.ExecuteAsync(End, input), "endGrant"),
            ]);
    }

    [Fact]
    public async Task Users_grants_and_roles_are_read_page_by_page_in_the_own_province_only()
    {
        using var auditor = await SignInAsync("auditor", TestGrant.OfRole(DefaultRoles.Auditor, Reach.Province));
        var elsewhere = await host.AddUserAsync("elsewhere", TestProvinces.NinhThuan, TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        using var member = await SignInAsync("plain", TestGrant.OfRole(DefaultRoles.Member, Reach.Self));

        var users = await auditor.ExecuteAsync(
            """
            query ($id: ID!) { users(first: 1, where: {userName: {eq: "auditor"}}) { nodes { userName admittedBy grants { roleId reach } } }
              other: user(id: $id) { userName } hidden: users(where: {userName: {eq: "elsewhere"}}) { totalCount } roles { id permissions { name mayUse mayGive } } }
            """,
            new { id = new GlobalId("User", elsewhere.Id).ToString() });
        var refused = await member.ExecuteAsync("{ users { totalCount } }");

        Assert.Equal(
            """[{"userName":"auditor","admittedBy":"test","grants":[{"roleId":"auditor","reach":"PROVINCE"}]}] null 0""",
            $"{users.Data["users"]!["nodes"]!.ToJsonString()} {users.Data["other"]?.ToJsonString() ?? "null"} {users.Data["hidden"]!["totalCount"]}");
        Assert.Contains(
            users.Data["roles"]!.AsArray(),
            role => (string)role!["id"]! == DefaultRoles.ProvinceAdministrator
                && role["permissions"]!.AsArray().Any(held => (string)held!["name"]! == RegistersModule.Read && (bool)held["mayGive"]!));
        Assert.Equal(["FORBIDDEN"], refused.ErrorCodes);
    }

    private static object Input(TestUser user, string role, string reach, Guid? organization = null, string? from = null, string? to = null) => new
    {
        input = new
        {
            userId = new GlobalId("User", user.Id).ToString(),
            roleId = role,
            reach,
            organizationId = organization is { } id ? new GlobalId("Organization", id).ToString() : null,
            from,
            to,
            reason = "A test.",
        },
    };

    private static async Task<string> RefusalAsync(TestClient client, object input) => Refusal(await client.ExecuteAsync(Give, input), "giveRole");

    private static string Refusal(GraphQLAnswer answer, string mutation) => string.Join(
        ", ", answer.Body["data"]![mutation]!["errors"]!.AsArray().Select(error => $"{error!["__typename"]} {error["field"]}"));

    private async Task<TestClient> SignInAsync(string userName, TestGrant grant) =>
        await host.SignInAsync(await host.AddUserAsync(userName, TestProvinces.NamDinh, grant));
}
