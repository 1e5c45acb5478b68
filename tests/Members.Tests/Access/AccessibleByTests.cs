using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Members.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Npgsql;
using Xunit;

namespace Modular.Members.Tests.Access;

/// <summary>Who is told who can see a member's record, and what they are told.</summary>
public sealed class AccessibleByTests(Register register) : IClassFixture<Register>
{
    private const string Readers =
        """
        query Readers($id: ID!) { member(id: $id) { accessibleBy(first: 100) {
          totalCount nodes { userName isService dataClass through { roleTitle reach organization { name } standsInFor } } } } }
        """;

    private const string Names = "query Names($id: ID!) { member(id: $id) { accessibleBy(first: 100) { nodes { userName } } } }";

    [Fact]
    public async Task Everybody_whose_grants_reach_the_record_is_told_by_which_role_and_up_to_which_class()
    {
        var id = await register.AddMemberAsync(register.SecondCell, "Vũ Thị Xem", 801);
        var (cell, commune) = (GlobalIds.KeyOf(register.SecondCell), GlobalIds.KeyOf(register.EastCommune));
        await AddAsync("seen.own", GlobalIds.KeyOf(id), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        await AddAsync("seen.secretary", null, TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Organization, cell));
        await AddAsync("seen.commune", null, TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, commune));
        // What opens the sensitive values may come by another grant than what opens the record.
        await AddAsync("seen.two", null, TestGrant.At(cell, MembersPermissions.Read), TestGrant.InProvince(MembersPermissions.ReadSensitive));
        await AddAsync("unseen.values", null, TestGrant.InProvince(MembersPermissions.ReadSensitive));
        await AddAsync("unseen.cell", null, TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Organization, GlobalIds.KeyOf(register.FirstCell)));
        await AddAsync("unseen.west", null, TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, GlobalIds.KeyOf(register.WestCommune)));
        await AddAsync("unseen.operator", null, TestGrant.OfRole(DefaultRoles.SystemOperator, Reach.Province));
        using var auditor = await register.SignInAsync("seen.auditor", TestGrant.OfRole(DefaultRoles.Auditor, Reach.Province));

        var answer = await auditor.ExecuteAsync(Readers, new { id });

        var page = answer.Data["member"]!["accessibleBy"]!;
        Assert.Equal(
            [
                "seen.auditor BASIC Auditor of the inspection commission PROVINCE -",
                "seen.commune SENSITIVE Officer of a grassroots committee ORGANIZATION_AND_BELOW Đảng bộ xã Giao Hà",
                "seen.own SENSITIVE Party member SELF -",
                "seen.secretary BASIC Cell secretary and committee ORGANIZATION Chi bộ xóm 2",
                "seen.two SENSITIVE members.read ORGANIZATION Chi bộ xóm 2 members.read-sensitive PROVINCE -",
            ],
            page["nodes"]!.AsArray().Where(node => ((string)node!["userName"]!).Contains("seen.", StringComparison.Ordinal)).Select(node =>
                $"{node!["userName"]} {node["dataClass"]} {string.Join(' ', node["through"]!.AsArray().Select(way => $"{way!["roleTitle"]} {way["reach"]} {way["organization"]?["name"] ?? "-"}").Order(StringComparer.Ordinal))}"));
        Assert.Equal(page["nodes"]!.AsArray().Count, (int)page["totalCount"]!);
    }

    [Fact]
    public async Task The_member_is_told_who_can_see_them_and_a_colleague_is_not()
    {
        var id = await register.AddMemberAsync(register.FirstCell, "Vũ Thị Hỏi", 802);
        using var own = await register.SignInAsync("asks.own", GlobalIds.KeyOf(id), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        using var secretary = await register.SignInAsync("asks.secretary", TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Organization, GlobalIds.KeyOf(register.FirstCell)));
        using var beside = await register.SignInAsync(
            "asks.beside", TestGrant.InProvince(MembersPermissions.Read), TestGrant.Below(GlobalIds.KeyOf(register.WestCommune), "system.read-access"));

        var told = (await own.ExecuteAsync(Names, new { id })).Data["member"]!["accessibleBy"]!["nodes"]!.AsArray().Select(node => (string)node!["userName"]!).ToList();

        Assert.Contains("asks.own", told);
        Assert.Contains("asks.secretary", told);
        (await secretary.ExecuteAsync(Names, new { id })).HasData("""{ "member": { "accessibleBy": null } }""");
        (await beside.ExecuteAsync(Names, new { id })).HasData("""{ "member": { "accessibleBy": null } }""");
    }

    [Fact]
    public async Task Who_stands_in_is_told_until_the_officer_who_is_away_holds_the_role_no_more()
    {
        var id = await register.AddMemberAsync(register.WestCell, "Vũ Thị Vắng", 803);
        using var away = await register.SignInAsync("away.officer", TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, GlobalIds.KeyOf(register.WestCommune)));
        var standIn = await register.Host.AddUserAsync("away.stand-in", TestProvinces.NamDinh);
        using var auditor = await register.SignInAsync("away.auditor", TestGrant.OfRole(DefaultRoles.Auditor, Reach.Province));
        using var administrator = await register.SignInAsync("away.administrator", TestGrant.OfRole(DefaultRoles.ProvinceAdministrator, Reach.Province));
        var grant = (string)(await away.ExecuteAsync("{ viewer { grants { id } } }")).Data["viewer"]!["grants"]![0]!["id"]!;
        var delegated = await away.ExecuteAsync(
            "mutation Away($input: DelegateRoleInput!) { delegateRole(input: $input) { errors { __typename } } }",
            new { input = new { grantId = grant, userId = new GlobalId("User", standIn.Id).ToString(), to = "2090-01-01", reason = "On leave." } });

        var during = await WaysOfAsync(auditor, id);
        var closed = await administrator.ExecuteAsync(
            "mutation Close($input: DeactivateUserInput!) { deactivateUser(input: $input) { errors { __typename } } }",
            new { input = new { id = await UserIdAsync(auditor, "away.officer"), reason = "Retired." } });
        var after = await WaysOfAsync(auditor, id);
        using var client = await register.Host.SignInAsync(standIn);
        var rights = await client.ExecuteAsync("{ viewer { permissions } }");

        Assert.Equal("[]", delegated.Data["delegateRole"]!["errors"]!.ToJsonString());
        Assert.Equal("[]", closed.Data["deactivateUser"]!["errors"]!.ToJsonString());
        Assert.Equal(["away.officer for -", "away.stand-in for away.officer"], during);
        Assert.Empty(after);
        rights.HasData("""{ "viewer": { "permissions": [] } }""");
    }

    [Fact]
    public async Task Keys_of_programs_are_told()
    {
        var id = await register.AddMemberAsync(register.FirstCell, "Vũ Thị Khóa", 804);
        using var administrator = await register.SignInAsync(
            "keys.administrator", TestGrant.OfRole(DefaultRoles.ProvinceAdministrator, Reach.Province));
        var program = (string)(await administrator.ExecuteAsync(
            """mutation { createServiceAccount(input: { userName: "keys.program", reason: "Portal." }) { user { id } } }""")).Data["createServiceAccount"]!["user"]!["id"]!;
        await administrator.ExecuteAsync(
            "mutation Key($input: CreateServiceKeyInput!) { createServiceKey(input: $input) { errors { __typename } } }",
            new { input = new { userId = program, name = "Portal", permissions = new[] { "members.read" }, reach = "PROVINCE", days = 30, reason = "Portal." } });

        var answer = await administrator.ExecuteAsync(Readers, new { id });

        var key = answer.Data["member"]!["accessibleBy"]!["nodes"]!.AsArray().Single(node => (string)node!["userName"]! == "keys.program")!;
        Assert.Equal(
            """{"userName":"keys.program","isService":true,"dataClass":"BASIC","through":[{"roleTitle":"Portal","reach":"PROVINCE","organization":null,"standsInFor":null}]}""",
            key.ToJsonString());
    }

    [Fact]
    public async Task Any_number_of_members_is_asked_in_the_same_two_statements()
    {
        await register.AddMemberAsync(register.FirstCell, "Vũ Thị Một", 806);
        await register.AddMemberAsync(register.WestCell, "Vũ Thị Hai", 807);
        using var auditor = await register.SignInAsync("counts.auditor", TestGrant.OfRole(DefaultRoles.Auditor, Reach.Province));
        using var sent = new SentCommands(new NpgsqlConnectionStringBuilder(register.Database.Connections.Application).Database!, "identity", "members");

        var (one, many) = (await SentForAsync(1), await SentForAsync(50));

        Assert.Equal(one, many);
        Assert.Equal(2, many);

        async Task<int> SentForAsync(int first)
        {
            sent.Take();
            var answer = await auditor.ExecuteAsync("query Many($first: Int!) { members(first: $first) { nodes { accessibleBy { nodes { userName } } } } }", new { first });
            Assert.NotEmpty(answer.Data["members"]!["nodes"]!.AsArray());
            // What the host asks of the user's rights is remembered or not, as it happens.
            return sent.Take().Count(text => !text.Contains("identity.sessions", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_from_either_end()
    {
        var id = await register.AddMemberAsync(register.WestCell, "Vũ Thị Trang", 805);
        using var auditor = await register.SignInAsync("pages.auditor", TestGrant.OfRole(DefaultRoles.Auditor, Reach.Province));
        await AddAsync("pages.officer", null, TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, GlobalIds.KeyOf(register.WestCommune)));
        var all = (await auditor.ExecuteAsync(Names, new { id })).Data["member"]!["accessibleBy"]!["nodes"]!.AsArray().Select(node => (string)node!["userName"]!).ToList();

        var (forward, after) = (new List<string>(), (string?)null);
        for (var more = true; more;)
        {
            var page = (await auditor.ExecuteAsync(
                "query Page($id: ID!, $after: String) { member(id: $id) { accessibleBy(first: 1, after: $after) { edges { cursor node { userName } } pageInfo { hasNextPage endCursor } } } }",
                new { id, after })).Data["member"]!["accessibleBy"]!;
            forward.Add((string)page["edges"]![0]!["node"]!["userName"]!);
            (more, after) = ((bool)page["pageInfo"]!["hasNextPage"]!, (string?)page["pageInfo"]!["endCursor"]);
            Assert.Equal((string?)page["edges"]![0]!["cursor"], after);
        }

        var last = await auditor.ExecuteAsync(
            "query Last($id: ID!, $before: String) { member(id: $id) { accessibleBy(last: 1, before: $before) { nodes { userName } pageInfo { hasPreviousPage hasNextPage } } } }",
            new { id, before = after });
        var refused = await auditor.ExecuteAsync("""query Wrong($id: ID!) { member(id: $id) { accessibleBy(first: 1, after: "none") { totalCount } } }""", new { id });

        Assert.Equal(all, forward);
        Assert.Equal(all[^2], (string)last.Data["member"]!["accessibleBy"]!["nodes"]![0]!["userName"]!);
        Assert.Equal(["BAD_USER_INPUT"], refused.ErrorCodes);
    }

    private static async Task<IReadOnlyList<string>> WaysOfAsync(TestClient client, string id)
    {
        var nodes = (await client.ExecuteAsync(Readers, new { id })).Data["member"]!["accessibleBy"]!["nodes"]!.AsArray();
        return
        [
            .. nodes.Where(node => node!["userName"]!.ToString() is "away.officer" or "away.stand-in")
                .Select(node => $"{node!["userName"]} for {node["through"]![0]!["standsInFor"] ?? "-"}"),
        ];
    }

    private static async Task<string> UserIdAsync(TestClient client, string name) => (string)(await client.ExecuteAsync(
        "query User($name: String!) { users(where: {userName: {eq: $name}}) { nodes { id } } }", new { name })).Data["users"]!["nodes"]![0]!["id"]!;

    private Task AddAsync(string name, Guid? member, params IReadOnlyList<TestGrant> grants) =>
        register.Host.AddUserAsync(name, TestProvinces.NamDinh, member, grants);
}
