using Modular.GraphQL.CodeFirst;
using Modular.Host.Tests.Identity;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Administration.Accounts;

/// <summary>Programs that work by keys.</summary>
public sealed class ServiceKeyTests(HostFixture fixture) : IClassFixture<HostFixture>, IAsyncLifetime
{
    private const string Create =
        """
        mutation ($input: CreateServiceKeyInput!) { createServiceKey(input: $input) {
          key { id prefix permissions reach lastUsedAt } secret errors { __typename ... on Problem { field } } } }
        """;

    private const string Rotate =
        "mutation ($input: RotateServiceKeyInput!) { rotateServiceKey(input: $input) { key { id } secret errors { __typename ... on Problem { field } } } }";

    private readonly TestHost host = fixture.Host;
    private readonly AuthClient program = new(fixture.Host);
    private readonly string name = $"program-{Guid.NewGuid():N}";
    private TestClient administrator = null!;
    private string account = "";

    public async ValueTask InitializeAsync()
    {
        administrator = await host.SignInAsync(
            await host.AddUserAsync($"administrator-{Guid.NewGuid():N}", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.ProvinceAdministrator, Reach.Province)));
        var created = await administrator.ExecuteAsync(
            "mutation ($input: CreateServiceAccountInput!) { createServiceAccount(input: $input) { user { id isService } errors { __typename } } }",
            new { input = new { userName = name, reason = "Interface." } });
        account = (string)created.Data["createServiceAccount"]!["user"]!["id"]!;
    }

    public ValueTask DisposeAsync()
    {
        administrator.Dispose();
        program.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_key_does_what_it_was_made_for_and_nothing_else()
    {
        var made = await MakeAsync([RegistersModule.Read]);
        program.AccessToken = (string)made["secret"]!;

        var read = await AskAsync("{ registers viewer { userName permissions hasSecondFactor } }");
        var beyond = await AskAsync("{ users { nodes { id } } }");
        var elsewhere = await program.AskAsync(TestProvinces.NinhThuan, "{ registers }");

        Assert.StartsWith((string)made["key"]!["prefix"]! + "_", program.AccessToken, StringComparison.Ordinal);
        read.HasData($$"""{"registers": ["members", "organizations"], "viewer": {"userName": "{{name}}", "permissions": ["registers.read"], "hasSecondFactor": false} }""");
        Assert.Equal(["FORBIDDEN"], beyond.ErrorCodes);
        Assert.Equal(["FORBIDDEN"], elsewhere.ErrorCodes);
    }

    [Fact]
    public async Task A_key_is_kept_as_a_hash_and_shows_when_it_was_last_used()
    {
        var made = await MakeAsync([RegistersModule.Read]);
        program.AccessToken = (string)made["secret"]!;
        await AskAsync("{ registers }");

        var listed = (await administrator.ExecuteAsync($$"""{ serviceKeys(userId: "{{account}}") { id lastUsedAt endedAt } }""")).Data["serviceKeys"]!.AsArray();

        Assert.NotNull(Assert.Single(listed)!["lastUsedAt"]);
        Assert.Equal(0L, await host.Database.ScalarAsync<long>(
            TestProvinces.NamDinh,
            "select (select count(*) from identity.service_keys k where k::text like $1) + (select count(*) from kernel.edits e where e::text like $1)",
            $"%{program.AccessToken[^20..]}%"));
    }

    [Fact]
    public async Task A_key_that_was_ended_is_nobodys_at_once()
    {
        var made = await MakeAsync([RegistersModule.Read]);
        program.AccessToken = (string)made["secret"]!;
        Assert.Empty((await AskAsync("{ registers }")).ErrorCodes);

        var end = new { input = new { id = (string)made["key"]!["id"]!, reason = "Leaked." } };
        const string End = "mutation ($input: EndServiceKeyInput!) { endServiceKey(input: $input) { key { endedAt } errors { __typename } } }";
        var ended = await administrator.ExecuteAsync(End, end);
        var again = await administrator.ExecuteAsync(End, end);

        Assert.NotNull(ended.Data["endServiceKey"]!["key"]!["endedAt"]);
        Assert.Equal("KeyIsOver", (string?)again.Data["endServiceKey"]!["errors"]![0]!["__typename"]);
        Assert.Equal(["UNAUTHENTICATED"], (await AskAsync("{ registers }")).ErrorCodes);
    }

    [Fact]
    public async Task A_key_that_ran_out_is_nobodys()
    {
        program.AccessToken = (string)(await MakeAsync([RegistersModule.Read]))["secret"]!;
        await host.Database.ExecuteAsync(TestProvinces.NamDinh, "update identity.service_keys set expires_at = now()");

        Assert.Equal(["UNAUTHENTICATED"], (await AskAsync("{ registers }")).ErrorCodes);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(24, false)]
    public async Task A_key_is_replaced_at_once_or_after_some_hours(int overlapHours, bool isOldOver)
    {
        var made = await MakeAsync([RegistersModule.Read]);
        program.AccessToken = (string)made["secret"]!;
        await AskAsync("{ registers }");

        var rotated = await administrator.ExecuteAsync(
            Rotate, new { input = new { id = (string)made["key"]!["id"]!, overlapHours, days = 30, reason = "Each year." } });

        Assert.Equal(isOldOver, (await AskAsync("{ registers }")).ErrorCodes.Count > 0);
        program.AccessToken = (string)rotated.Data["rotateServiceKey"]!["secret"]!;
        Assert.Empty((await AskAsync("{ registers }")).ErrorCodes);
    }

    [Fact]
    public async Task Nobody_puts_into_a_key_what_is_for_people_or_more_than_they_may_give()
    {
        using var officer = await host.SignInAsync(await host.AddUserAsync(
            $"officer-{Guid.NewGuid():N}", TestProvinces.NamDinh, TestGrant.InProvince(Modular.Host.Identity.HostPermissions.ManageAccounts, RegistersModule.Read)));

        Assert.Equal("KeyCannotHoldPermissions input.permissions", await RefusalAsync(administrator, Input(["system.grant-roles"])));
        Assert.Equal("KeyCannotHoldPermissions input.permissions", await RefusalAsync(administrator, Input(["system.manage-accounts"])));
        Assert.Equal("KeyCannotHoldPermissions input.permissions", await RefusalAsync(administrator, Input(["nobody.knows"])));
        Assert.Equal("KeyCannotHoldPermissions input.permissions", await RefusalAsync(administrator, Input([])));
        Assert.Equal("RoleHoldsMoreThanYouMayGive input.permissions", await RefusalAsync(officer, Input([RegistersModule.Read])));
        Assert.Equal("KeyLivesTooLong input.days", await RefusalAsync(administrator, Input([RegistersModule.Read], days: 366)));
        Assert.Equal("ReachAndOrganizationDoNotFit input.organizationId", await RefusalAsync(administrator, Input([RegistersModule.Read], reach: "ORGANIZATION")));
        Assert.Equal("InvalidInput input.reach", await RefusalAsync(administrator, Input([RegistersModule.Read], reach: "SELF")));
    }

    [Fact]
    public async Task A_service_account_has_no_password_and_no_role()
    {
        var reset = await administrator.ExecuteAsync(
            "mutation ($input: ResetUserInput!) { resetUser(input: $input) { oneTimeCode errors { __typename } } }", new { input = new { id = account, reason = "Try." } });
        var given = await administrator.ExecuteAsync(
            "mutation ($input: GiveRoleInput!) { giveRole(input: $input) { errors { __typename } } }",
            new { input = new { userId = account, roleId = DefaultRoles.Auditor, reach = "PROVINCE", reason = "Try." } });

        reset.HasData("""{"resetUser": {"oneTimeCode": null, "errors": [{"__typename": "ServiceAccountsWorkByKeys"}]}}""");
        given.HasData("""{"giveRole": {"errors": [{"__typename": "ServiceAccountsWorkByKeys"}]}}""");
    }

    [Fact]
    public async Task A_person_gets_no_key()
    {
        var person = await host.AddUserAsync($"person-{Guid.NewGuid():N}", TestProvinces.NamDinh);

        Assert.Equal(
            "AccountIsNoServiceAccount input.userId",
            await RefusalAsync(administrator, Input([RegistersModule.Read], userId: new GlobalId("User", person.Id).ToString())));
    }

    [Theory]
    [InlineData("mk_")]
    [InlineData("mk_36_x_y")]
    [InlineData("mk_99_00000000000000000000000000000001_AAAA")]
    [InlineData("mk_36_00000000000000000000000000000001_AAAA")]
    public async Task What_only_looks_like_a_key_is_nobodys(string key)
    {
        program.AccessToken = key;

        Assert.Equal(["UNAUTHENTICATED"], (await AskAsync("{ registers }")).ErrorCodes);
    }

    private object Input(string[] permissions, string reach = "PROVINCE", int days = 30, string? userId = null) =>
        new { userId = userId ?? account, name = "Interface", permissions, reach, days, reason = "For the test." };

    private async Task<System.Text.Json.Nodes.JsonNode> MakeAsync(string[] permissions) =>
        (await administrator.ExecuteAsync(Create, new { input = Input(permissions) })).Data["createServiceKey"]!;

    private static async Task<string> RefusalAsync(TestClient client, object input) => string.Join(
        ", ", (await client.ExecuteAsync(Create, new { input })).Data["createServiceKey"]!["errors"]!.AsArray().Select(error => $"{error!["__typename"]} {error["field"]}"));

    private Task<GraphQLAnswer> AskAsync(string query) => program.AskAsync(TestProvinces.NamDinh, query);
}
