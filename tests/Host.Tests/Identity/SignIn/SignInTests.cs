using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Identity.SignIn;

public sealed class SignInTests(HostFixture fixture) : IClassFixture<HostFixture>, IAsyncLifetime
{
    private readonly TestHost host = fixture.Host;
    private readonly AuthClient client = new(fixture.Host);

    // Each test works on an account of its own.
    private readonly string userName = $"user-{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync() => await host.AddUserAsync(userName, TestProvinces.NamDinh);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_user_signs_in_and_gets_tokens()
    {
        var (status, body, _) = await client.LogInAsync(userName, TestHost.Password);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["accessToken", "deviceToken", "expiresIn", "refreshToken", "tokenType"], body.Select(property => property.Key).Order());
        Assert.Equal(("Bearer", 3600), ((string?)body["tokenType"], (int)body["expiresIn"]!));
    }

    [Fact]
    public async Task The_name_is_taken_without_regard_to_case() =>
        Assert.Equal(HttpStatusCode.OK, (await client.LogInAsync(userName.ToUpperInvariant(), TestHost.Password)).Status);

    [Fact]
    public async Task A_password_is_the_same_however_its_letters_were_composed()
    {
        var name = $"vietnamese-{Guid.NewGuid():N}";
        await host.OpenAccountAsync(name, "Trời xanh mây trắng");

        var answer = await client.LogInAsync(name, "Trơ\u0300i xanh mây tră\u0301ng");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("""{"userName":"nam-dinh.cell"}""")]
    [InlineData("""{"userName":null,"password":"x"}""")]
    [InlineData("not json")]
    public async Task A_malformed_request_is_refused(string body)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));

        using var response = await http.PostAsync("/auth/login", content, TestContext.Current.CancellationToken);

        Assert.Equal(
            (HttpStatusCode.BadRequest, """{"code":"INVALID_INPUT","message":"Yêu cầu không đúng dạng."}"""),
            (response.StatusCode, await ReadableAsync(response)));
    }

    [Fact]
    public async Task Answers_about_signing_in_are_kept_by_nobody_on_the_way()
    {
        using var http = new HttpClient { BaseAddress = host.Address };

        using var response = await http.PostAsJsonAsync("/auth/login", new { userName, password = TestHost.Password }, TestContext.Current.CancellationToken);

        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    private static async Task<string> ReadableAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.ToJsonString(
            new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
