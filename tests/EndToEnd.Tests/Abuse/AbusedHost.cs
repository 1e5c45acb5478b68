using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests.Abuse;

/// <summary>
/// The built host with a little sample data and a folder for trusted documents: for requests that mean it no good, and for the clients of front ends, which
/// are served as well before as after them.
/// </summary>
public sealed class AbusedHost : IAsyncLifetime
{
    private const string Honest = "{ __typename members(first: 1) { totalCount nodes { __typename } } }";

    private readonly DirectoryInfo folder = TemporaryDataFolder.Create();
    private DirectoryInfo documents = null!;
    private HostProcess process = null!;
    private string honestAnswer = "";

    public HttpClient Http { get; } = new();

    public string Path { get; } = $"/{TestProvinces.NamDinh.Slug}/graphql";

    /// <summary>What every client is told: the address of the province, a token, and the folder of trusted documents.</summary>
    public string[] ClientArguments => [new Uri(process.Address, $"/{TestProvinces.NamDinh.Slug}").ToString(), Token, documents.FullName];

    public string Token => Http.DefaultRequestHeaders.Authorization!.Parameter!;

    public async ValueTask InitializeAsync()
    {
        documents = folder.CreateSubdirectory("documents");
        process = await HostProcess.StartAsync(
            System.IO.Path.Combine(folder.FullName, "data"), new Dictionary<string, string> { ["Documents__Folder"] = documents.FullName }, "--sample-scale", "0.01");
        using var client = new TestClient(process.Address, TestProvinces.NamDinh);
        await client.SignInAsync("nam-dinh.board", "Modular-2026!");
        Http.BaseAddress = process.Address;
        Http.DefaultRequestHeaders.Authorization = client.Http.DefaultRequestHeaders.Authorization;
        Http.DefaultRequestHeaders.Accept.ParseAdd("application/graphql-response+json");
        honestAnswer = await AskAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Sends a document.</summary>
    public Task<AbuseAnswer> SendDocumentAsync(string document, object? variables = null, string? operationName = null)
    {
        var body = new JsonObject { ["query"] = document, ["variables"] = JsonSerializer(variables), ["operationName"] = operationName };
        return SendAsync(Encoding.UTF8.GetBytes(body.ToJsonString()));
    }

    /// <summary>Sends a body.</summary>
    public async Task<AbuseAnswer> SendAsync(byte[] body, string contentType = "application/json", string? encoding = null)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        using var response = await Http.PostAsync(Path, content, TestContext.Current.CancellationToken);
        return AbuseAnswer.Of((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends bytes that are not necessarily HTTP, and reads until the host closes the connection.</summary>
    /// <param name="parts">What is sent, one part after the other.</param>
    public async Task<string> SendRawAsync(params string[] parts)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(process.Address.Host, process.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        foreach (var part in parts)
            await stream.WriteAsync(Encoding.Latin1.GetBytes(part), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The head of a request to the API, for requests that are written by hand.</summary>
    public string Head(string more, string method = "POST", string? path = null) =>
        $"{method} {path ?? Path} HTTP/1.1\r\nHost: modular\r\nAuthorization: Bearer {Token}\r\nContent-Type: application/json\r\nConnection: close\r\n{more}\r\n";

    /// <summary>An ordinary request is answered as it was before any abuse, and nothing was written to the log that says otherwise.</summary>
    public async Task AnswersAsEverAsync()
    {
        Assert.Equal(honestAnswer, await AskAsync());
        Assert.DoesNotContain("\"LogLevel\":\"Error\"", process.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("\"LogLevel\":\"Critical\"", process.Log, StringComparison.Ordinal);
    }

    /// <summary>Asks honestly.</summary>
    public async Task<string> AskAsync(string document = Honest)
    {
        using var response = await Http.PostAsJsonAsync(Path, new { query = document }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static JsonNode? JsonSerializer(object? value) => System.Text.Json.JsonSerializer.SerializeToNode(value);
}

/// <summary>One host bears the abuse of all tests and serves the clients, as it would in the world.</summary>
[CollectionDefinition(nameof(AbusedHost))]
public sealed class SharedAbusedHost : ICollectionFixture<AbusedHost>;

/// <summary>What an abusive request was answered.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Code">The code of the first error; absent where there is none.</param>
/// <param name="Message">The message of the first error.</param>
public sealed record AbuseAnswer(int Status, string? Code, string? Message)
{
    public static AbuseAnswer Of(int status, string body)
    {
        var error = body.Length == 0 ? null : JsonNode.Parse(body)!["errors"]?[0];
        return new AbuseAnswer(status, (string?)error?["extensions"]?["code"], (string?)error?["message"]);
    }
}
