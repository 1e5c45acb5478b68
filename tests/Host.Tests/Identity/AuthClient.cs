using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Identity;

/// <summary>Speaks with the addresses about signing in, in English.</summary>
internal sealed class AuthClient : IDisposable
{
    private readonly HttpClient http;

    public AuthClient(TestHost host)
    {
        http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    /// <summary>What goes with each request; null before anybody signed in.</summary>
    public string? AccessToken { get; set; }

    public async Task<AuthAnswer> PostAsync(string path, object? content = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/" + path) { Content = JsonContent.Create(content ?? new { }) };
        if (AccessToken is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new AuthAnswer(response.StatusCode, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject(), response.Headers.RetryAfter?.Delta);
    }

    public Task<AuthAnswer> LogInAsync(string userName, string password, string? deviceToken = null, string? code = null) =>
        PostAsync("login", new { userName, password, deviceToken, code });

    /// <summary>Signs in and keeps the token.</summary>
    public async Task<AuthAnswer> SignInAsync(string userName, string password = TestHost.Password)
    {
        var answer = await LogInAsync(userName, password);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        AccessToken = answer["accessToken"];
        return answer;
    }

    /// <summary>Asks something of a province with the kept token.</summary>
    public async Task<GraphQLAnswer> AskAsync(Modular.Kernel.Provinces.Province province, string query, object? variables = null)
    {
        using var client = new TestClient(http.BaseAddress!, province);
        client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        return await client.In("en").ExecuteAsync(query, variables);
    }

    public void Dispose() => http.Dispose();
}

/// <summary>An answer about signing in.</summary>
internal sealed record AuthAnswer(HttpStatusCode Status, JsonObject Body, TimeSpan? RetryAfter)
{
    public string? this[string name] => (string?)Body[name];

    public (HttpStatusCode Status, string? Code) Outcome => (Status, this["code"]);
}
