using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Limits;

/// <summary>Whoever asks for more than a minute allows is told so, when to come again, and nobody else is.</summary>
public sealed class RequestRateTests
{
    [Fact]
    public async Task A_user_who_asks_too_often_is_told_when_to_come_again_and_a_colleague_is_answered()
    {
        await using var host = await StartAsync("RequestsPerMinute", "3");
        using var client = await host.SignInAsync(await host.AddUserAsync("often", TestProvinces.NamDinh));
        using var other = await host.SignInAsync(await host.AddUserAsync("colleague", TestProvinces.NamDinh));

        var answers = new List<GraphQLAnswer>();
        for (var number = 0; number < 4; number++)
            answers.Add(await client.In("vi").ExecuteAsync("{ __typename }"));
        using var refused = await client.Http.PostAsJsonAsync("/nam-dinh/graphql", new { query = "{ __typename }" }, TestContext.Current.CancellationToken);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.Status));
        answers[^1].Is(
            """{ "errors": [{ "message": "Bạn gửi quá nhiều yêu cầu trong một phút. Hãy chờ rồi thử lại.", "extensions": { "code": "RATE_LIMITED" } }] }""");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        (await other.ExecuteAsync("{ __typename }")).HasData("""{ "__typename": "Query" }""");
    }

    [Fact]
    public async Task Costly_operations_are_executed_and_paid_for_afterwards()
    {
        await using var host = await StartAsync("CostPerMinute", "5");
        using var client = await host.SignInAsync(await host.AddUserAsync("costly", TestProvinces.NamDinh));

        var costly = await client.ExecuteAsync("{ modules { id } }");
        var next = await client.ExecuteAsync("{ __typename }");

        Assert.Equal((HttpStatusCode.OK, 0), (costly.Status, costly.ErrorCodes.Count));
        Assert.Equal((HttpStatusCode.TooManyRequests, "RATE_LIMITED"), (next.Status, Assert.Single(next.ErrorCodes)));
    }

    [Fact]
    public async Task An_address_that_asks_too_often_is_refused_everywhere_but_at_health_in_the_form_of_each_place()
    {
        await using var host = await StartAsync("AddressRequestsPerMinute", "1");
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var stop = TestContext.Current.CancellationToken;

        using var first = await http.PostAsJsonAsync("/nam-dinh/graphql", new { query = "{ __typename }" }, stop);
        using var graphQL = await http.PostAsJsonAsync("/nam-dinh/graphql", new { query = "{ __typename }" }, stop);
        using var signIn = await http.PostAsJsonAsync("/auth/login", new { userName = "nobody", password = "nothing" }, stop);
        using var health = await http.GetAsync("/health/live", stop);

        const string Message = "Too many requests come from this address in a minute. Wait and try again.";
        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.OK],
            new[] { first.StatusCode, graphQL.StatusCode, signIn.StatusCode, health.StatusCode });
        Assert.Equal(
            JsonNode.Parse($$"""{ "errors": [{ "message": "{{Message}}", "extensions": { "code": "RATE_LIMITED" } }] }""")!.ToJsonString(),
            JsonNode.Parse(await graphQL.Content.ReadAsStringAsync(stop))!.ToJsonString());
        Assert.Equal(
            JsonNode.Parse($$"""{ "code": "RATE_LIMITED", "message": "{{Message}}" }""")!.ToJsonString(),
            JsonNode.Parse(await signIn.Content.ReadAsStringAsync(stop))!.ToJsonString());
        Assert.All([graphQL, signIn], answer => Assert.NotNull(answer.Headers.RetryAfter?.Delta));
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_each_client_is_counted_by_itself()
    {
        await using var host = await TestHost.StartAsync(
            new Dictionary<string, string?> { ["Limits:AddressRequestsPerMinute"] = "1", ["Transport:TrustedProxies:0"] = "127.0.0.1" }, new RegistersModule());
        using var http = new HttpClient { BaseAddress = host.Address };

        HttpStatusCode[] answers = [await AskAsync("203.0.113.1"), await AskAsync("203.0.113.2"), await AskAsync("203.0.113.1")];

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers);

        async Task<HttpStatusCode> AskAsync(string client)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/nam-dinh/graphql") { Content = JsonContent.Create(new { query = "{ __typename }" }) };
            request.Headers.Add("X-Forwarded-For", client);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    private static Task<TestHost> StartAsync(string limit, string value) =>
        TestHost.StartAsync(new Dictionary<string, string?> { [$"Limits:{limit}"] = value }, new RegistersModule());
}
