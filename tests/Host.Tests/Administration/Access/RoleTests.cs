using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Administration.Access;

/// <summary>Roles of a province's own over HTTP.</summary>
public sealed class RoleTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Shown = "{ role { id version isDefault title endedAt requiresSecondFactor permissions { name mayUse mayGive } } errors { __typename ... on Problem { field } } }";

    private readonly TestHost host = fixture.Host;

    [Fact]
    public async Task A_role_is_defined_given_changed_and_ended_and_each_works_at_once()
    {
        using var administrator = await AdministratorAsync("defines");
        var clerk = await host.AddUserAsync("clerk", TestProvinces.NamDinh);
        using var client = await host.SignInAsync(clerk);

        var defined = await SendAsync(administrator, "defineRole", Definition("register-clerk", (RegistersModule.Read, true, false)));
        var before = await client.ExecuteAsync("{ registers }");
        await GiveAsync(administrator, clerk, "register-clerk");
        var given = await client.ExecuteAsync("{ registers }");
        var changed = await SendAsync(administrator, "changeRole", new
        {
            id = "register-clerk",
            expectedVersion = 1,
            title = "Writer of registers",
            permissions = new[] { new { name = RegistersModule.Write, mayUse = true, mayGive = true } },
            reason = "Other tasks.",
        });
        var afterChange = await client.ExecuteAsync("{ viewer { permissions } registers }");
        var ended = await SendAsync(administrator, "endRole", new { id = "register-clerk", expectedVersion = 2, reason = "Not needed." });
        var afterEnd = await client.ExecuteAsync("{ viewer { permissions grants { roleId } } }");

        Assert.Equal(
            """{"role":{"id":"register-clerk","version":1,"isDefault":false,"title":"Clerk","endedAt":null,"requiresSecondFactor":false,"permissions":[{"name":"registers.read","mayUse":true,"mayGive":false}]},"errors":[]}""",
            defined.Data["defineRole"]!.ToJsonString());
        Assert.Equal(["FORBIDDEN"], before.ErrorCodes);
        Assert.Empty(given.ErrorCodes);
        Assert.Equal(
            """{"role":{"id":"register-clerk","version":2,"isDefault":false,"title":"Writer of registers","endedAt":null,"requiresSecondFactor":false,"permissions":[{"name":"registers.write","mayUse":true,"mayGive":true}]},"errors":[]}""",
            changed.Data["changeRole"]!.ToJsonString());
        Assert.Equal(["FORBIDDEN"], afterChange.ErrorCodes);
        Assert.Equal("""["registers.write"]""", afterChange.Body["data"]!["viewer"]!["permissions"]!.ToJsonString());
        Assert.Equal(("[]", true), (ended.Data["endRole"]!["errors"]!.ToJsonString(), ended.Data["endRole"]!["role"]!["endedAt"] is not null));
        afterEnd.HasData("""{"viewer": {"permissions": [], "grants": []}}""");
    }

    [Fact]
    public async Task Nobody_puts_into_a_role_what_they_could_not_give_in_the_whole_province()
    {
        using var administrator = await AdministratorAsync("gives.most");
        using var board = await SignInAsync("board", TestGrant.OfRole(DefaultRoles.OrganizationBoardOfficer, Reach.Province));
        using var below = await SignInAsync("below", TestGrant.OfRole(DefaultRoles.ProvinceAdministrator, Reach.OrganizationAndBelow, HostFixture.Committee));

        Assert.Equal(
            ["RoleHoldsMoreThanYouMayGive input.permissions", "PermissionsAreUnknown input.permissions", "RolesBelongToTheProvince "],
            [
                await RefusalAsync(administrator, "defineRole", Definition("operator-too", ("system.operate", true, false))),
                await RefusalAsync(administrator, "defineRole", Definition("no-such", ("members.teleport", true, false))),
                await RefusalAsync(below, "defineRole", Definition("of-a-branch", (RegistersModule.Read, true, false))),
            ]);
        Assert.Equal(["FORBIDDEN"], (await SendAsync(board, "defineRole", Definition("of-the-board", (RegistersModule.Read, true, false)))).ErrorCodes);
    }

    [Fact]
    public async Task Nobody_changes_or_ends_a_role_that_they_hold()
    {
        using var administrator = await AdministratorAsync("holds.other");
        var own = await host.AddUserAsync("holds.own", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.ProvinceAdministrator, Reach.Province));
        using var holder = await host.SignInAsync(own);
        await SendAsync(administrator, "defineRole", Definition("held", (RegistersModule.Read, true, false)));
        await GiveAsync(administrator, own, "held");
        var wider = new { id = "held", expectedVersion = 1, permissions = Permissions((RegistersModule.Read, true, false), (RegistersModule.Write, true, false)), reason = "More." };

        Assert.Equal(
            ["NobodyChangesTheirOwnRole input.id", "NobodyChangesTheirOwnRole input.id", "NobodyChangesTheirOwnRole input.id", ""],
            [
                await RefusalAsync(holder, "changeRole", wider),
                await RefusalAsync(holder, "endRole", new { id = "held", expectedVersion = 1, reason = "Away with it." }),
                await RefusalAsync(holder, "changeRole", wider with { id = DefaultRoles.ProvinceAdministrator }),
                await RefusalAsync(administrator, "changeRole", wider),
            ]);
    }

    [Fact]
    public async Task Roles_that_every_province_starts_with_stay_and_take_other_permissions()
    {
        using var administrator = await AdministratorAsync("stays");
        var member = await host.AddUserAsync("stays.auditor", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.Auditor, Reach.Province));
        using var auditor = await host.SignInAsync(member);
        var held = (await administrator.ExecuteAsync("{ roles { id version permissions { name mayUse mayGive } } }")).Data["roles"]!.AsArray()
            .Single(role => (string)role!["id"]! == DefaultRoles.Auditor)!;
        var version = (int)held["version"]!;
        var without = held["permissions"]!.AsArray().Where(permission => (string)permission!["name"]! != RegistersModule.Read).ToArray();

        var refusals = new[]
        {
            await RefusalAsync(administrator, "changeRole", new { id = DefaultRoles.Auditor, expectedVersion = version, vietnameseTitle = "Khác", reason = "Other." }),
            await RefusalAsync(administrator, "endRole", new { id = DefaultRoles.Auditor, expectedVersion = version, reason = "Other." }),
        };
        var before = await auditor.ExecuteAsync("{ registers }");
        var taken = await RefusalAsync(administrator, "changeRole", new { id = DefaultRoles.Auditor, expectedVersion = version, permissions = without, reason = "Too much." });
        var after = await auditor.ExecuteAsync("{ registers }");

        Assert.Equal(["DefaultRolesStay input.vietnameseTitle", "DefaultRolesStay input.id"], refusals);
        Assert.Equal(("", 0, 1), (taken, before.ErrorCodes.Count, after.ErrorCodes.Count));
    }

    [Fact]
    public async Task A_role_keeps_its_identifier_for_ever_and_has_a_form()
    {
        using var administrator = await AdministratorAsync("forms");
        await SendAsync(administrator, "defineRole", Definition("once", (RegistersModule.Read, true, false)));
        await SendAsync(administrator, "endRole", new { id = "once", expectedVersion = 1, reason = "Over." });

        Assert.Equal(
            [
                "RoleIdIsTaken input.id", "NotFound input.id", "InvalidInput input.id", "InvalidInput input.permissions", "InvalidInput input.permissions",
                "InvalidInput input.permissions", "InvalidInput input.reason", "StaleVersion ",
            ],
            [
                await RefusalAsync(administrator, "defineRole", Definition("once", (RegistersModule.Read, true, false))),
                await RefusalAsync(administrator, "changeRole", new { id = "once", expectedVersion = 2, title = "Twice", reason = "Again." }),
                await RefusalAsync(administrator, "defineRole", Definition("Với dấu", (RegistersModule.Read, true, false))),
                await RefusalAsync(administrator, "defineRole", Definition("empty")),
                await RefusalAsync(administrator, "defineRole", Definition("for-nothing", (RegistersModule.Read, false, false))),
                await RefusalAsync(administrator, "defineRole", Definition("two", (RegistersModule.Read, true, false), (RegistersModule.Read, false, true))),
                await RefusalAsync(administrator, "endRole", new { id = "once", expectedVersion = 1, reason = " " }),
                await RefusalAsync(administrator, "changeRole", new { id = DefaultRoles.Member, expectedVersion = 900, permissions = Permissions((RegistersModule.Read, true, false)), reason = "Old." }),
            ]);
    }

    [Fact]
    public async Task Each_change_of_a_role_stands_in_the_history()
    {
        using var administrator = await AdministratorAsync("writes");
        await SendAsync(administrator, "defineRole", Definition("noted", (RegistersModule.Read, true, false)));
        await SendAsync(administrator, "changeRole", new { id = "noted", expectedVersion = 1, permissions = Permissions((RegistersModule.Write, true, false)), reason = "Exchanged." });
        await SendAsync(administrator, "endRole", new { id = "noted", expectedVersion = 2, reason = "Over." });

        var edits = await host.Database.ScalarAsync<string[]>(
            TestProvinces.NamDinh,
            "select array_agg(entity || ' ' || action || ' ' || reason order by generation, transaction_id, entity, action) from kernel.edits where province_id = 36 and entity_key::text like '%noted%'");

        Assert.Equal(
            [
                "ProvinceRole CREATED A test.", "ProvinceRolePermission CREATED A test.",
                "ProvinceRolePermission CREATED Exchanged.", "ProvinceRolePermission DELETED Exchanged.", "ProvinceRole CHANGED Over.",
            ],
            edits);
    }

    private static object Definition(string id, params (string Name, bool MayUse, bool MayGive)[] permissions) => new
    {
        id,
        title = "Clerk",
        vietnameseTitle = "Văn thư",
        permissions = Permissions(permissions),
        requiresSecondFactor = false,
        reason = "A test.",
    };

    private static object[] Permissions(params (string Name, bool MayUse, bool MayGive)[] permissions) =>
        [.. permissions.Select(permission => new { name = permission.Name, mayUse = permission.MayUse, mayGive = permission.MayGive })];

    private static Task<GraphQLAnswer> SendAsync(TestClient client, string mutation, object input) =>
        client.ExecuteAsync($"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {Shown} }}", new { input });

    private static async Task<string> RefusalAsync(TestClient client, string mutation, object input) => string.Join(
        ", ", (await SendAsync(client, mutation, input)).Body["data"]![mutation]!["errors"]!.AsArray().Select(error => $"{error!["__typename"]} {error["field"]}"));

    private static async Task GiveAsync(TestClient administrator, TestUser user, string role)
    {
        var given = await administrator.ExecuteAsync(
            "mutation ($input: GiveRoleInput!) { giveRole(input: $input) { errors { __typename } } }",
            new { input = new { userId = new GlobalId("User", user.Id).ToString(), roleId = role, reach = "PROVINCE", reason = "A test." } });
        Assert.Equal("[]", given.Data["giveRole"]!["errors"]!.ToJsonString());
    }

    private Task<TestClient> AdministratorAsync(string name) => SignInAsync(name, TestGrant.OfRole(DefaultRoles.ProvinceAdministrator, Reach.Province));

    private async Task<TestClient> SignInAsync(string userName, TestGrant grant) =>
        await host.SignInAsync(await host.AddUserAsync(userName, TestProvinces.NamDinh, grant));
}
