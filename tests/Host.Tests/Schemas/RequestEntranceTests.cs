using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Identity;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Schemas;

public sealed class RequestEntranceTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly TestHost host = fixture.Host;

    [Fact]
    public async Task A_user_asks_the_modules_of_their_province()
    {
        using var client = await SignInAsync("asks", TestGrant.InProvince(RegistersModule.Read));

        var answer = await client.ExecuteAsync("{ registers viewer { userName province { slug vietnameseName } permissions } }");

        answer.HasData("""
            {
              "registers": ["members", "organizations"],
              "viewer": { "userName": "asks", "province": { "slug": "nam-dinh", "vietnameseName": "Nam Định" }, "permissions": ["registers.read"] }
            }
            """);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_answered()
    {
        using var client = host.Anonymous(TestProvinces.NamDinh).In("en");

        var answer = await client.ExecuteAsync("{ registers }");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        answer.Is("""{ "errors": [{ "message": "Sign in first.", "extensions": { "code": "UNAUTHENTICATED" } }] }""");
    }

    [Fact]
    public async Task A_province_in_which_the_account_has_no_place_is_closed()
    {
        using var client = await SignInAsync("elsewhere", TestGrant.InProvince(RegistersModule.Read));
        using var other = new TestClient(host.Address, TestProvinces.NinhThuan);
        other.Http.DefaultRequestHeaders.Authorization = client.Http.DefaultRequestHeaders.Authorization;

        var answer = await other.ExecuteAsync("{ registers }");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        answer.Is("""{ "errors": [{ "message": "Tài khoản không được làm việc ở tỉnh này.", "extensions": { "code": "FORBIDDEN" } }] }""");
    }

    [Fact]
    public async Task There_is_no_other_province()
    {
        using var client = await SignInAsync("lost");

        using var response = await client.Http.PostAsJsonAsync("/atlantis/graphql", new { query = "{ registers }" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Each_request_of_a_connection_speaks_for_the_owner_of_its_own_token()
    {
        using var one = await SignInAsync("first.of.two", TestGrant.InProvince(RegistersModule.Read));
        using var other = await SignInAsync("second.of.two", TestGrant.InProvince(RegistersModule.Read));
        using var shared = new TestClient(host.Address, TestProvinces.NamDinh);

        var names = new List<string>();
        foreach (var client in (TestClient[])[one, one, other, other, one])
        {
            shared.Http.DefaultRequestHeaders.Authorization = client.Http.DefaultRequestHeaders.Authorization;
            names.Add((string)(await shared.ExecuteAsync("{ viewer { userName } }")).Data["viewer"]!["userName"]!);
        }

        Assert.Equal(["first.of.two", "first.of.two", "second.of.two", "second.of.two", "first.of.two"], names);
    }

    [Fact]
    public async Task A_connection_that_was_let_in_is_refused_without_a_token()
    {
        using var client = await SignInAsync("forgetful", TestGrant.InProvince(RegistersModule.Read));

        var first = await client.ExecuteAsync("{ registers }");
        client.Http.DefaultRequestHeaders.Authorization = null;
        var second = await client.ExecuteAsync("{ registers }");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (first.Status, second.Status));
    }

    [Fact]
    public async Task The_province_may_be_left_out_where_the_token_names_one_only()
    {
        using var client = await SignInAsync("local", TestGrant.InProvince(RegistersModule.Read));

        using var response = await client.Http.PostAsJsonAsync("/graphql", new { query = "{ viewer { province { slug } } }" }, TestContext.Current.CancellationToken);

        var body = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.Equal("""{"data":{"viewer":{"province":{"slug":"nam-dinh"}}}}""", body!.ToJsonString());
    }

    [Fact]
    public async Task A_field_without_its_permission_is_forbidden_and_the_others_are_answered()
    {
        using var client = await SignInAsync("partly", TestGrant.InProvince(RegistersModule.Write));

        var answer = await client.ExecuteAsync("{ registers viewer { userName } }");

        Assert.Equal(["FORBIDDEN"], answer.ErrorCodes);
        Assert.Equal("""{"registers":null,"viewer":{"userName":"partly"}}""", answer.Body["data"]!.ToJsonString());
    }

    [Fact]
    public async Task What_fails_inside_is_not_told()
    {
        using var client = await SignInAsync("fails", TestGrant.InProvince(RegistersModule.Read));

        var answer = await client.ExecuteAsync("{ broken }");

        Assert.Equal(["INTERNAL"], answer.ErrorCodes);
        Assert.DoesNotContain("secret", answer.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_void_once_the_sessions_of_its_account_were_ended()
    {
        using var client = await SignInAsync("ended", TestGrant.InProvince(RegistersModule.Read));
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<AccountAdministration>().SetPasswordAsync("ended", "one more long password", TestContext.Current.CancellationToken);
        host.Services.GetRequiredService<AccessDirectory>().Forget();

        var answer = await client.ExecuteAsync("{ registers }");

        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), (answer.Status, Assert.Single(answer.ErrorCodes)));
    }

    [Fact]
    public async Task Signed_in_users_read_the_schema_of_their_province()
    {
        using var client = await SignInAsync("reader");

        var sdl = await client.Http.GetStringAsync("/nam-dinh/schema.graphql", TestContext.Current.CancellationToken);

        Assert.Contains("  registers: [String!]", sdl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_holds_what_the_modules_of_the_province_bring_and_nothing_else()
    {
        await using var own = await TestHost.StartAsync(new RegistersModule(), new MinutesModule());
        var user = await own.AddUserAsync("compares", TestProvinces.NamDinh, TestGrant.InProvince(HostPermissions.ManageModules));
        using var client = await own.SignInAsync(user);
        using var whole = await client.Http.GetAsync("/nam-dinh/schema.graphql", TestContext.Current.CancellationToken);
        foreach (var module in new[] { "minutes", "registers" })
            await client.DisableModuleAsync(module);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/nam-dinh/schema.graphql");
        request.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        using var rest = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(("application/graphql", HttpStatusCode.OK), (rest.Content.Headers.ContentType!.MediaType, rest.StatusCode));
        Assert.Contains("registers: ", await whole.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("registers: ", await rest.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_closed_to_others()
    {
        using var client = host.Anonymous(TestProvinces.NamDinh);

        using var response = await client.Http.GetAsync("/nam-dinh/schema.graphql", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Browsers_are_shown_GraphiQL_before_anybody_signed_in()
    {
        using var client = host.Anonymous(TestProvinces.NamDinh);
        client.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var response = await client.Http.GetAsync("/nam-dinh/graphql", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    private async Task<TestClient> SignInAsync(string name, params TestGrant[] grants) =>
        await host.SignInAsync(await host.AddUserAsync(name, TestProvinces.NamDinh, grants));
}
