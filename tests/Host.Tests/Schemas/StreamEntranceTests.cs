using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Schemas;

/// <summary>Streams of the real host; each test has a host of its own, because it changes what holds for all.</summary>
public sealed class StreamEntranceTests
{
    private const string Entries = "subscription { registerEntry }";

    [Fact]
    public async Task A_user_follows_what_happens_over_server_sent_events()
    {
        await using var host = await StartAsync();
        using var client = await SignInAsync(host, "reader", TestGrant.InProvince(RegistersModule.Read));

        using var entries = await client.SubscribeAsync(Entries);

        Assert.Equal("""{"data":{"registerEntry":"1 for reader"}}""", (await entries.NextAsync())!.ToJsonString());
        host.Services.GetRequiredService<EntryBell>().Rung.SetResult();
        Assert.Equal("""{"data":{"registerEntry":"2 for reader"}}""", (await entries.NextAsync())!.ToJsonString());
    }

    [Fact]
    public async Task A_user_follows_what_happens_over_a_WebSocket_whose_first_message_carries_the_token()
    {
        await using var host = await StartAsync();
        using var client = await SignInAsync(host, "reader", TestGrant.InProvince(RegistersModule.Read));
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, $$$"""{"type":"connection_init","payload":{"Authorization":"{{{client.Http.DefaultRequestHeaders.Authorization}}}"}}""");
        Assert.Equal("""{"type":"connection_ack"}""", await ReceiveAsync(socket));
        await SendAsync(socket, $$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{Entries}}}"}}""");

        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"registerEntry":"1 for reader"}}}""", await ReceiveAsync(socket));
    }

    [Theory]
    [InlineData("""{"type":"connection_init"}""", "4403 Hãy đăng nhập.")]
    [InlineData("""{"type":"connection_init","payload":{"authorization":"Bearer made-up","accept-language":"en"}}""", "4403 Sign in first.")]
    public async Task Without_a_good_token_no_WebSocket_is_let_in(string init, string expected)
    {
        await using var host = await StartAsync();
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, init);

        Assert.Equal(expected, await ReceiveAsync(socket));
    }

    [Fact]
    public async Task Without_a_token_there_are_no_server_sent_events()
    {
        await using var host = await StartAsync();
        using var client = host.Anonymous(TestProvinces.NamDinh);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nam-dinh/graphql?query=subscription%7BregisterEntry%7D");
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var response = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Without_the_permission_nobody_subscribes()
    {
        await using var host = await StartAsync();
        using var client = await SignInAsync(host, "writer", TestGrant.InProvince(RegistersModule.Write));

        using var entries = await client.SubscribeAsync(Entries);

        Assert.Equal("FORBIDDEN", (string?)(await entries.NextAsync())!["errors"]![0]!["extensions"]!["code"]);
        Assert.Null(await entries.NextAsync());
    }

    [Fact]
    public async Task A_right_that_is_taken_away_ends_the_subscription_at_the_next_event()
    {
        await using var host = await StartAsync();
        using var client = await SignInAsync(host, "reader", TestGrant.InProvince(RegistersModule.Read));
        using var entries = await client.SubscribeAsync(Entries);
        await entries.NextAsync();

        await host.Database.ExecuteAsync(TestProvinces.NamDinh, "delete from identity.grants");
        host.Services.GetRequiredService<AccessDirectory>().Forget();
        host.Services.GetRequiredService<EntryBell>().Rung.SetResult();

        Assert.Equal(
            ["""{"errors":[{"message":"You may not read Subscription.registerEntry: it takes the permission \u0027registers.read\u0027.","locations":[{"line":1,"column":16}],"path":["registerEntry"],"extensions":{"code":"FORBIDDEN","permission":"registers.read"}}],"data":{"registerEntry":null}}"""],
            await entries.RestAsync());
    }

    [Fact]
    public async Task An_account_that_is_closed_ends_its_streams_at_once()
    {
        await using var host = await StartAsync();
        using var client = await SignInAsync(host, "leaver", TestGrant.InProvince(RegistersModule.Read));
        using var entries = await client.SubscribeAsync(Entries);
        await entries.NextAsync();
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, $$$"""{"type":"connection_init","payload":{"Authorization":"{{{client.Http.DefaultRequestHeaders.Authorization}}}"}}""");
        await ReceiveAsync(socket);

        await host.Database.ExecuteAsync(TestProvinces.NamDinh, "update identity.users set disabled_at = now()");

        Assert.Equal(
            ["""{"errors":[{"message":"T\u00E0i kho\u1EA3n kh\u00F4ng \u0111\u01B0\u1EE3c l\u00E0m vi\u1EC7c \u1EDF t\u1EC9nh n\u00E0y.","extensions":{"code":"FORBIDDEN"}}]}"""],
            await entries.RestAsync());
        Assert.Equal("4403 Tài khoản không được làm việc ở tỉnh này.", await ReceiveAsync(socket));
    }

    [Fact]
    public async Task A_module_that_is_disabled_ends_its_subscriptions_at_once()
    {
        await using var host = await StartAsync();
        using var client = await SignInAsync(host, "admin", TestGrant.InProvince(RegistersModule.Read, HostPermissions.ManageModules));
        using var entries = await client.SubscribeAsync(Entries);
        await entries.NextAsync();

        await client.DisableModuleAsync("minutes");
        await client.DisableModuleAsync("registers");

        var last = Assert.Single(await entries.RestAsync());
        Assert.Contains("\"code\":\"MODULE_DISABLED\"", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_expires_ends_the_subscription()
    {
        await using var host = await StartAsync(new() { ["Tokens:BearerTokenExpiration"] = "00:00:03" });
        using var client = await SignInAsync(host, "brief", TestGrant.InProvince(RegistersModule.Read));
        using var entries = await client.SubscribeAsync(Entries);
        await entries.NextAsync();

        Assert.Equal(
            ["""{"errors":[{"message":"The access token has expired. Subscribe again with a new one.","extensions":{"code":"UNAUTHENTICATED"}}]}"""],
            await entries.RestAsync());
    }

    private static async Task<TestHost> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var host = await TestHost.StartAsync(settings ?? [], new RegistersModule(), new MinutesModule());
        await host.Services.GetRequiredService<ProvinceWatch>().Watching.PatientlyAsync();
        return host;
    }

    private static async Task<TestClient> SignInAsync(TestHost host, string name, params TestGrant[] grants) =>
        await host.SignInAsync(await host.AddUserAsync(name, TestProvinces.NamDinh, grants));

    private static async Task<ClientWebSocket> ConnectAsync(TestHost host)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(host.Address) { Scheme = "ws", Path = "/nam-dinh/graphql" }.Uri, TestContext.Current.CancellationToken);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken).AsTask().PatientlyAsync();
            if (result.MessageType == WebSocketMessageType.Close)
                return $"{(int)socket.CloseStatus!.Value} {socket.CloseStatusDescription}";
            length += result.Count;
            if (result.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }
}
