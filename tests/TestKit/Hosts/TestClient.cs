using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Kernel.Provinces;

namespace Modular.TestKit.Hosts;

/// <summary>Speaks with a host over HTTP as a front end does.</summary>
public sealed class TestClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly string endpoint;

    /// <summary>A client of the host at this address.</summary>
    public TestClient(Uri address, Province province)
    {
        Http = new HttpClient { BaseAddress = address };
        endpoint = $"/{province.Slug}/graphql";
    }

    /// <summary>For what is not GraphQL.</summary>
    public HttpClient Http { get; }

    /// <summary>Signs in; later requests carry the token.</summary>
    public async Task SignInAsync(string userName, string password)
    {
        using var response = await Http.PostAsJsonAsync("/auth/login", new { userName, password });
        response.EnsureSuccessStatusCode();
        var tokens = await response.Content.ReadFromJsonAsync<JsonObject>();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens!["accessToken"]!);
    }

    /// <summary>Asks for messages in this language, <c>vi</c> or <c>en</c>.</summary>
    public TestClient In(string language)
    {
        Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return this;
    }

    /// <summary>Executes an operation at the province's endpoint.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">An object whose properties are the variables.</param>
    /// <param name="idempotencyKey">Makes a retry of a mutation safe.</param>
    public async Task<GraphQLAnswer> ExecuteAsync(string query, object? variables = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = JsonContent.Create(new { query, variables }, options: Json),
        };
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var response = await Http.SendAsync(request);
        return new GraphQLAnswer(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    /// <summary>Subscribes at the province's endpoint; returns as soon as the host has answered that it may.</summary>
    public async Task<TestSubscription> SubscribeAsync(string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = JsonContent.Create(new { query, variables }, options: Json),
        };
        request.Headers.Accept.ParseAdd("text/event-stream");
        return await TestSubscription.OfAsync(await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    /// <inheritdoc />
    public void Dispose() => Http.Dispose();
}
