using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Identity;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Identity;

public sealed class SignInTests(HostFixture fixture) : IClassFixture<HostFixture>, IAsyncLifetime
{
    private const string Refused = """{"code":"SIGN_IN_REFUSED","message":"Not signed in: the name or the password is wrong, or the account is closed for a while after too many attempts."}""";

    private readonly TestHost host = fixture.Host;

    // Each test locks or changes an account of its own.
    private readonly string userName = $"user-{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync() => await host.AddUserAsync(userName, TestProvinces.NamDinh);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_user_signs_in_and_gets_tokens()
    {
        var (status, body) = await LogInAsync(userName, TestHost.Password);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["accessToken", "expiresIn", "refreshToken", "tokenType"], body.Select(property => property.Key).Order());
        Assert.Equal(("Bearer", 3600), ((string?)body["tokenType"], (int)body["expiresIn"]!));
    }

    [Fact]
    public async Task The_name_is_taken_without_regard_to_case() =>
        Assert.Equal(HttpStatusCode.OK, (await LogInAsync(userName.ToUpperInvariant(), TestHost.Password)).Status);

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        var wrong = await LogInAsync(userName, "another password");
        var unknown = await LogInAsync("nobody", TestHost.Password);

        Assert.Equal((HttpStatusCode.Unauthorized, Refused), (wrong.Status, wrong.Body.ToJsonString()));
        Assert.Equal((HttpStatusCode.Unauthorized, Refused), (unknown.Status, unknown.Body.ToJsonString()));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_gets_the_same_answer_too()
    {
        for (var attempt = 1; attempt <= 5; attempt++)
            await LogInAsync(userName, "another password");

        var (status, body) = await LogInAsync(userName, TestHost.Password);

        Assert.Equal((HttpStatusCode.Unauthorized, Refused), (status, body.ToJsonString()));
    }

    [Fact]
    public async Task Wrong_passwords_at_the_same_time_all_count()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => LogInAsync(userName, "another password")));

        Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync(userName, TestHost.Password)).Status);
    }

    [Fact]
    public async Task A_right_password_forgives_earlier_wrong_ones()
    {
        for (var attempt = 1; attempt <= 4; attempt++)
            await LogInAsync(userName, "another password");
        await LogInAsync(userName, TestHost.Password);
        await LogInAsync(userName, "another password");

        Assert.Equal(HttpStatusCode.OK, (await LogInAsync(userName, TestHost.Password)).Status);
    }

    [Fact]
    public async Task A_refresh_token_gives_new_tokens()
    {
        var (_, tokens) = await LogInAsync(userName, TestHost.Password);

        var (status, body) = await PostAsync("/auth/refresh", new { refreshToken = (string?)tokens["refreshToken"] });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEqual((string?)tokens["accessToken"], (string?)body["accessToken"]);
    }

    [Fact]
    public async Task Another_password_ends_all_sessions()
    {
        var (_, tokens) = await LogInAsync(userName, TestHost.Password);
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<AccountAdministration>().SetPasswordAsync(userName, "one more long password");

        var (status, body) = await PostAsync("/auth/refresh", new { refreshToken = (string?)tokens["refreshToken"] });

        Assert.Equal((HttpStatusCode.Unauthorized, "REFRESH_REFUSED"), (status, (string?)body["code"]));
        Assert.Equal(HttpStatusCode.OK, (await LogInAsync(userName, "one more long password")).Status);
    }

    [Fact]
    public async Task A_token_of_one_host_is_good_at_another()
    {
        var (_, tokens) = await LogInAsync(userName, TestHost.Password);
        await using var other = await host.StartAnotherAsync();
        using var client = new HttpClient { BaseAddress = other.Address };

        using var response = await client.PostAsJsonAsync("/auth/refresh", new { refreshToken = (string?)tokens["refreshToken"] }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"userName":"nam-dinh.cell"}""")]
    [InlineData("""{"userName":null,"password":"x"}""")]
    [InlineData("not json")]
    public async Task A_malformed_request_is_refused(string body)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));

        using var response = await client.PostAsync("/auth/login", content, TestContext.Current.CancellationToken);

        Assert.Equal(
            (HttpStatusCode.BadRequest, """{"code":"INVALID_INPUT","message":"Yêu cầu không đúng dạng."}"""),
            (response.StatusCode, await ReadableAsync(response)));
    }

    [Theory]
    [InlineData("eleven char", "Passwords must be at least 12 characters.")]
    [InlineData("xx nam-dinh.new xx", "The password must not contain the user name.")]
    public async Task A_weak_password_is_refused(string password, string reason)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountAdministration>();

        var refused = await Assert.ThrowsAsync<AccountRefusedException>(() => accounts.OpenAsync("nam-dinh.new", password));

        Assert.Equal(reason, refused.Message);
    }

    private Task<(HttpStatusCode Status, JsonObject Body)> LogInAsync(string name, string password) =>
        PostAsync("/auth/login", new { userName = name, password });

    private async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(string path, object content)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var response = await client.PostAsJsonAsync(path, content, TestContext.Current.CancellationToken);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!);
    }

    private static async Task<string> ReadableAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.ToJsonString(
            new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
