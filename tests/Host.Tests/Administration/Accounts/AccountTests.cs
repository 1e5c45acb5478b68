using System.Net;
using Modular.GraphQL.CodeFirst;
using Modular.Host.Identity;
using Modular.Host.Tests.Identity;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Administration.Accounts;

/// <summary>Opening, closing and resetting accounts over HTTP.</summary>
public sealed class AccountTests(HostFixture fixture) : IClassFixture<HostFixture>, IAsyncLifetime
{
    private const string Create =
        "mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id userName } oneTimeCode errors { __typename ... on Problem { field } } } }";

    private const string Reset =
        "mutation ($input: ResetUserInput!) { resetUser(input: $input) { oneTimeCode errors { __typename ... on Problem { field } } } }";

    private readonly TestHost host = fixture.Host;
    private readonly AuthClient auth = new(fixture.Host);
    private readonly string name = $"user-{Guid.NewGuid():N}";
    private TestClient administrator = null!;

    public async ValueTask InitializeAsync() => administrator = await host.SignInAsync(await AddAsync(DefaultRoles.ProvinceAdministrator));

    public ValueTask DisposeAsync()
    {
        administrator.Dispose();
        auth.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_new_user_sets_the_password_by_the_code_and_works_with_what_is_given()
    {
        var created = (await administrator.ExecuteAsync(Create, new { input = new { userName = name, reason = "New officer." } })).Data["createUser"]!;

        var before = await auth.LogInAsync(name, TestHost.Password);
        var set = await auth.PostAsync("password/code", new { userName = name, code = (string)created["oneTimeCode"]!, newPassword = TestHost.Password });

        Assert.Equal(("[]", name), (created["errors"]!.ToJsonString(), (string)created["user"]!["userName"]!));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (before.Status, set.Status));
        await auth.SignInAsync(name);
        (await auth.AskAsync(TestProvinces.NamDinh, "{ viewer { userName permissions } }")).HasData($$"""{"viewer": {"userName": "{{name}}", "permissions": []} }""");
    }

    [Theory]
    [InlineData("ab", "Reason.", "InvalidInput input.userName")]
    [InlineData("tên có dấu", "Reason.", "InvalidInput input.userName")]
    [InlineData("fine.name", " ", "InvalidInput input.reason")]
    public async Task A_name_has_a_form_and_an_account_a_reason(string userName, string reason, string refusal) =>
        Assert.Equal(refusal, Refusal(await administrator.ExecuteAsync(Create, new { input = new { userName, reason } }), "createUser"));

    [Fact]
    public async Task A_name_is_taken_once_in_the_deployment_and_a_member_has_one_account()
    {
        var member = new GlobalId("Member", Guid.NewGuid()).ToString();
        await host.AddUserAsync(name, TestProvinces.NinhThuan);
        await administrator.ExecuteAsync(Create, new { input = new { userName = $"first-{name}", memberId = member, reason = "Member." } });

        var taken = await administrator.ExecuteAsync(Create, new { input = new { userName = name.ToUpperInvariant(), reason = "Same name." } });
        var second = await administrator.ExecuteAsync(Create, new { input = new { userName = $"second-{name}", memberId = member, reason = "Same member." } });

        Assert.Equal("UserNameIsTaken input.userName", Refusal(taken, "createUser"));
        Assert.Equal("MemberHasAnAccount input.memberId", Refusal(second, "createUser"));
    }

    [Fact]
    public async Task A_member_has_one_account_however_many_are_opened_at_once_and_by_whatever_way()
    {
        var key = Guid.NewGuid();
        var member = new GlobalId("Member", key).ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(number =>
            administrator.ExecuteAsync(Create, new { input = new { userName = $"at-once-{number}-{name}", memberId = member, reason = "Member." } })));
        var byCommand = await Assert.ThrowsAsync<AccountRefusedException>(() => host.AddUserAsync($"by-command-{name}", TestProvinces.NamDinh, key));

        Assert.Equal(
            ["MemberHasAnAccount input.memberId", "MemberHasAnAccount input.memberId", "MemberHasAnAccount input.memberId"],
            answers.Where(answer => answer.Data["createUser"]!["errors"]!.AsArray().Count > 0).Select(answer => Refusal(answer, "createUser")));
        Assert.Equal("The member has an account already.", byCommand.Message);
        await host.AddUserAsync($"elsewhere-{name}", TestProvinces.NinhThuan, key);
    }

    [Fact]
    public async Task An_account_that_is_closed_works_nowhere_until_it_is_opened_again()
    {
        var user = await AddAsync(DefaultRoles.CellSecretary);
        using var client = await host.SignInAsync(user);
        Assert.Empty((await client.ExecuteAsync("{ registers }")).ErrorCodes);

        var closed = await ChangeAsync("deactivateUser", user);
        var during = await client.ExecuteAsync("{ registers }");
        await ChangeAsync("reactivateUser", user);
        using var again = await host.SignInAsync(user);

        Assert.Equal("", closed);
        Assert.NotEmpty(during.ErrorCodes);
        Assert.Empty((await again.ExecuteAsync("{ registers }")).ErrorCodes);
    }

    [Fact]
    public async Task A_reset_takes_the_old_password_away_and_gives_a_code()
    {
        var user = await AddAsync(DefaultRoles.CellSecretary);
        await auth.SignInAsync(user.Name);

        var reset = await ResetAsync(administrator, user);
        var old = await auth.LogInAsync(user.Name, TestHost.Password);
        var asked = await auth.AskAsync(TestProvinces.NamDinh, "{ registers }");
        var set = await auth.PostAsync(
            "password/code", new { userName = user.Name, code = (string)reset.Data["resetUser"]!["oneTimeCode"]!, newPassword = "one more long sentence" });

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (old.Status, set.Status));
        Assert.Equal(["UNAUTHENTICATED"], asked.ErrorCodes);
    }

    [Fact]
    public async Task Nobody_takes_over_an_account_that_holds_more_or_works_elsewhere_or_is_their_own()
    {
        var board = await host.AddUserAsync(
            $"board-{name}", TestProvinces.NamDinh, TestGrant.InProvince(HostPermissions.ManageAccounts, RegistersModule.Read));
        using var officer = await host.SignInAsync(board);
        var operators = await AddAsync(DefaultRoles.SystemOperator);
        var secretary = await AddAsync(DefaultRoles.CellSecretary);
        var wanderer = await host.AddUserAsync($"wanderer-{name}", TestProvinces.NamDinh);
        await host.Database.ExecuteAsync(
            TestProvinces.NinhThuan, "insert into identity.user_provinces (user_id, province_id) values ($1, 58)", wanderer.Id);

        Assert.Equal("AccountHoldsMoreThanYouMayGive input.id", Refusal(await ResetAsync(administrator, operators), "resetUser"));
        Assert.Equal("AccountHoldsMoreThanYouMayGive input.id", Refusal(await ResetAsync(officer, secretary), "resetUser"));
        Assert.Equal("AccountWorksInOtherProvinces input.id", Refusal(await ResetAsync(administrator, wanderer), "resetUser"));
        Assert.Equal("NobodyAdministersTheirOwnAccount input.id", Refusal(await ResetAsync(officer, board), "resetUser"));
        Assert.Equal("AccountHoldsMoreThanYouMayGive input.id", await ChangeAsync("deactivateUser", operators));
    }

    [Fact]
    public async Task Who_may_not_manage_accounts_changes_none()
    {
        using var secretary = await host.SignInAsync(await AddAsync(DefaultRoles.CellSecretary));

        var answer = await secretary.ExecuteAsync(Create, new { input = new { userName = name, reason = "Mine." } });

        Assert.Equal(["FORBIDDEN"], answer.ErrorCodes);
    }

    [Fact]
    public async Task Who_manages_accounts_of_a_branch_changes_none_because_they_belong_to_the_province()
    {
        using var officer = await host.SignInAsync(
            await host.AddUserAsync($"branch-{name}", TestProvinces.NamDinh, TestGrant.Below(HostFixture.Committee, HostPermissions.ManageAccounts, HostPermissions.ReadAccess)));
        var user = await host.AddUserAsync(name, TestProvinces.NamDinh);

        Assert.Equal("AccountsBelongToTheProvince ", Refusal(await officer.ExecuteAsync(Create, new { input = new { userName = $"new-{name}", reason = "Mine." } }), "createUser"));
        Assert.Equal("AccountsBelongToTheProvince ", Refusal(await ResetAsync(officer, user), "resetUser"));
    }

    [Fact]
    public async Task An_account_of_another_province_is_not_there()
    {
        var stranger = await host.AddUserAsync(name, TestProvinces.NinhThuan);

        Assert.Equal("NotFound input.id", Refusal(await ResetAsync(administrator, stranger), "resetUser"));
        Assert.Equal("NotFound input.id", await ChangeAsync("deactivateUser", stranger));
    }

    [Fact]
    public async Task An_administrator_sees_the_sessions_of_a_user_and_ends_them_all()
    {
        var user = await AddAsync(DefaultRoles.CellSecretary);
        await auth.SignInAsync(user.Name);
        var sessions = $$"""{ userSessions(userId: "{{IdOf(user)}}") { isCurrent } }""";

        var before = await administrator.ExecuteAsync(sessions);
        await ChangeAsync("endUserSessions", user);
        var after = await administrator.ExecuteAsync(sessions);

        before.HasData("""{"userSessions": [{"isCurrent": false}]}""");
        after.HasData("""{"userSessions": []}""");
        Assert.Equal(["UNAUTHENTICATED"], (await auth.AskAsync(TestProvinces.NamDinh, "{ registers }")).ErrorCodes);
    }

    [Fact]
    public async Task Wrong_tries_are_forgotten_for_a_user_who_calls()
    {
        var user = await AddAsync(DefaultRoles.CellSecretary);
        for (var guess = 0; guess < 6; guess++)
            await auth.LogInAsync(user.Name, "a wrong password");

        await ChangeAsync("unlockUser", user);

        Assert.Equal(HttpStatusCode.OK, (await auth.LogInAsync(user.Name, TestHost.Password)).Status);
    }

    [Fact]
    public async Task Every_change_stands_in_the_history_with_who_and_why()
    {
        var user = await AddAsync(DefaultRoles.CellSecretary);

        await ChangeAsync("deactivateUser", user);

        Assert.Equal(
            "CREATED test,CREATED test,CHANGED administrator",
            await host.Database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                """
                select string_agg(action || ' ' || regexp_replace(user_name, '-.*', ''), ',' order by made_at, id) from kernel.edits
                where entity_id = $1 or changes::text like '%' || $2 || '%'
                """,
                user.Id,
                user.Id.ToString()));
        Assert.Equal(
            "For the test.", await host.Database.ScalarAsync<string>(TestProvinces.NamDinh, "select reason from kernel.edits where entity_id = $1 and action = 'CHANGED'", user.Id));
    }

    [Fact]
    public async Task A_role_is_made_to_demand_a_second_factor_by_whoever_could_give_it()
    {
        const string Set = "mutation ($input: SetRoleSecondFactorInput!) { setRoleSecondFactor(input: $input) { role { id requiresSecondFactor } errors { __typename ... on Problem { field } } } }";
        var user = await AddAsync(DefaultRoles.GrassrootsOfficer);
        using var client = await host.SignInAsync(user);

        var set = await administrator.ExecuteAsync(Set, new { input = new { roleId = DefaultRoles.GrassrootsOfficer, requiresSecondFactor = true, reason = "Sensitive." } });
        var refused = await administrator.ExecuteAsync(Set, new { input = new { roleId = DefaultRoles.SystemOperator, requiresSecondFactor = false, reason = "Easier." } });

        set.HasData("""{"setRoleSecondFactor": {"role": {"id": "grassroots-officer", "requiresSecondFactor": true}, "errors": []}}""");
        Assert.Equal("RoleHoldsMoreThanYouMayGive input.roleId", Refusal(refused, "setRoleSecondFactor"));
    }

    private Task<TestUser> AddAsync(string role) =>
        host.AddUserAsync($"{(role == DefaultRoles.ProvinceAdministrator ? "administrator" : role)}-{Guid.NewGuid():N}", TestProvinces.NamDinh, TestGrant.OfRole(role, Reach.Province));

    private static string IdOf(TestUser user) => new GlobalId("User", user.Id).ToString();

    private static Task<GraphQLAnswer> ResetAsync(TestClient client, TestUser user) =>
        client.ExecuteAsync(Reset, new { input = new { id = IdOf(user), reason = "For the test." } });

    private async Task<string> ChangeAsync(string mutation, TestUser user) => Refusal(
        await administrator.ExecuteAsync(
            $$"""mutation ($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { user { id } errors { __typename ... on Problem { field } } } }""",
            new { input = new { id = IdOf(user), reason = "For the test." } }),
        mutation);

    private static string Refusal(GraphQLAnswer answer, string mutation) =>
        string.Join(", ", answer.Data[mutation]!["errors"]!.AsArray().Select(error => $"{error!["__typename"]} {error["field"]}"));
}
