using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.Host.Documents;
using Modular.Host.Provinces;
using Modular.Host.Schemas;
using Modular.Host.Startup;
using Modular.Kernel.Provinces;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Documents;

/// <summary>Trusted documents at the real host: one province executes nothing else, another one everything.</summary>
public sealed class TrustedDocumentFolderTests : IDisposable
{
    private const string Viewer = """{"data":{"viewer":{"userName":"trusted"}}}""";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modular-documents-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_province_may_execute_trusted_documents_alone_while_another_executes_all()
    {
        Write("persisted_queries.json", """{"viewer": "{ viewer { userName } }"}""");
        await using var host = await StartAsync();
        var user = await host.AddUserAsync("trusted", TestProvinces.NamDinh);
        using var strict = await host.SignInAsync(user);
        using var open = await host.SignInAsync(await host.AddUserAsync("free", TestProvinces.NinhThuan));

        Assert.Equal(Viewer, await AskAsync(strict, TestProvinces.NamDinh, """{"documentId":"viewer"}"""));
        Assert.Contains("PERSISTED_QUERY_ID_REQUIRED", await AskAsync(strict, TestProvinces.NamDinh, """{"query":"{ viewer { userName } }"}"""), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"viewer":{"userName":"free"}}}""", await AskAsync(open, TestProvinces.NinhThuan, """{"documentId":"viewer"}"""));
        Assert.Equal("""{"data":{"viewer":{"userName":"free"}}}""", await AskAsync(open, TestProvinces.NinhThuan, """{"query":"{ viewer { userName } }"}"""));
    }

    [Fact]
    public async Task Streams_execute_trusted_documents_alone_as_well()
    {
        Write("persisted_queries.json", """{"viewer": "{ viewer { userName } }"}""");
        await using var host = await StartAsync();
        using var client = await host.SignInAsync(await host.AddUserAsync("trusted", TestProvinces.NamDinh));
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(host.Address) { Scheme = "ws", Path = "/nam-dinh/graphql" }.Uri, TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"type":"connection_ack"}""",
            await AskAsync(socket, $$$"""{"type":"connection_init","payload":{"Authorization":"{{{client.Http.DefaultRequestHeaders.Authorization}}}"}}"""));
        Assert.Equal(
            $$"""{"id":"1","type":"next","payload":{{Viewer}}}""", await AskAsync(socket, """{"id":"1","type":"subscribe","payload":{"documentId":"viewer"}}"""));
        Assert.Equal("""{"id":"1","type":"complete"}""", await ReceiveAsync(socket));
        Assert.Contains(
            "PERSISTED_QUERY_ID_REQUIRED",
            await AskAsync(socket, """{"id":"2","type":"subscribe","payload":{"query":"{ viewer { userName } }"}}"""),
            StringComparison.Ordinal);
        Assert.Contains(
            "PERSISTED_QUERY_ID_REQUIRED", await AskAsync(client, TestProvinces.NamDinh, """{"query":"{ viewer { userName } }"}""", "text/event-stream"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifests_that_change_are_read_again_and_broken_ones_disturb_nothing()
    {
        Write("first.json", """{"viewer": "{ viewer { userName } }"}""");
        await using var host = await StartAsync();
        using var client = await host.SignInAsync(await host.AddUserAsync("trusted", TestProvinces.NamDinh));

        Write("broken.json", "{");
        Write("second.json", """{"again": "{ viewer { userName } }"}""");
        Assert.Equal(Viewer, await AskAsync(client, TestProvinces.NamDinh, """{"documentId":"viewer"}"""));
        File.Delete(Path.Combine(folder.FullName, "broken.json"));

        await Patience.UntilAsync(async () =>
        {
            // Until the host has heard of it; each answer on the way says that the document is not there yet.
            var answer = await AskAsync(client, TestProvinces.NamDinh, """{"documentId":"again"}""");
            Assert.True(answer == Viewer || answer.Contains("PERSISTED_QUERY_NOT_IN_LIST", StringComparison.Ordinal), answer);
            return answer == Viewer;
        });
    }

    [Fact]
    public async Task A_link_that_leads_elsewhere_now_is_noticed_in_a_minute()
    {
        var (before, now, link) = (folder.CreateSubdirectory("before"), folder.CreateSubdirectory("now"), Path.Combine(folder.FullName, "link"));
        Write("before/a.json", """{"first": "{ viewer { userName } }"}""");
        Write("now/a.json", """{"second": "{ viewer { userName } }"}""");
        Directory.CreateSymbolicLink(link, before.FullName);
        await using var host = await TestHost.StartAsync(new RegistersModule());
        var documents = new PersistedDocuments();
        var clock = new HandClock();
        using var watched = new TrustedDocumentFolder(
            new DocumentOptions { Folder = link }, documents, host.Services.GetRequiredService<ProvinceDirectory>(), host.Services.GetRequiredService<SchemaSnapshots>(),
            clock, NullLogger<TrustedDocumentFolder>.Instance);
        watched.Open();
        var ring = await clock.Made.PatientlyAsync();
        var first = documents.Trusted;
        ring();
        Assert.Same(first, documents.Trusted);

        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, now.FullName);
        Assert.Equal(["first"], documents.Trusted.All.Select(document => document.Key));
        ring();

        Assert.Equal(["second"], documents.Trusted.All.Select(document => document.Key));
        Assert.Equal(TimeSpan.FromMinutes(1), clock.Period);

        now.Delete(recursive: true);
        ring();
        Assert.Equal(["second"], documents.Trusted.All.Select(document => document.Key));
        now.Create();
        ring();
        Assert.Empty(documents.Trusted.All);
    }

    [Fact]
    public async Task A_manifest_that_cannot_be_used_stops_the_start()
    {
        Write("broken.json", """{"broken": "{ a", "empty": ""}""");

        Assert.Equal(
            """
            The manifests of trusted documents cannot be used:
              broken.json: The document "broken" cannot be read: Syntax Error: Expected Name, found <EOF>. (1:4)
              broken.json: The document "empty" cannot be read: Syntax Error: Unexpected <EOF>. (1:1)
            """,
            await RefusedAsync(folder.FullName, "nam-dinh"));
    }

    [Fact]
    public async Task A_province_that_does_not_exist_cannot_be_closed() => Assert.Equal(
        "Documents:TrustedOnly names the province 'nam-dihn', which does not exist.", await RefusedAsync(folder.FullName, "nam-dihn"));

    [Fact]
    public async Task Without_documents_nothing_can_be_closed() => Assert.Equal(
        "Documents:TrustedOnly needs the trusted documents themselves: set Documents:Folder.", await RefusedAsync(folder: null, "*"));

    private Task<TestHost> StartAsync() => TestHost.StartAsync(SettingsOf(folder.FullName, "nam-dinh"), new RegistersModule());

    private static async Task<string> RefusedAsync(string? folder, string province) =>
        (await Assert.ThrowsAsync<HostRefusedToStartException>(() => TestHost.StartAsync(SettingsOf(folder, province), new RegistersModule()))).Message;

    private static Dictionary<string, string?> SettingsOf(string? folder, string province) =>
        new() { ["Documents:Folder"] = folder, ["Documents:TrustedOnly:0"] = province };

    private static async Task<string> AskAsync(ClientWebSocket socket, string message)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        return await ReceiveAsync(socket);
    }

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken).AsTask().PatientlyAsync();
            length += received.Count;
        }
        while (!received.EndOfMessage);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static async Task<string> AskAsync(TestClient client, Province province, string json, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{province.Slug}/graphql") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd(accept);
        using var response = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private void Write(string name, string json) => File.WriteAllText(Path.Combine(folder.FullName, name), json);
}
