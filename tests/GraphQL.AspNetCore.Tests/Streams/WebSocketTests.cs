using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Modular.TestKit;

namespace Modular.GraphQL.AspNetCore.Tests.Streams;

/// <summary>The protocol graphql-transport-ws, message by message.</summary>
public sealed class WebSocketTests(StreamServer server) : IClassFixture<StreamServer>
{
    [Fact]
    public async Task A_subscription_sends_its_responses_and_completes()
    {
        using var client = await server.ConnectAsync();
        await client.InitialiseAsync();

        await client.SendAsync("""{"id":"a \"1\"","type":"subscribe","payload":{"query":"subscription S($to: Int!) { count(to: $to) }","variables":{"to":2},"operationName":"S"}}""");

        Assert.Equal("""{"id":"a \u00221\u0022","type":"next","payload":{"data":{"count":1}}}""", await client.NextAsync());
        Assert.Equal("""{"id":"a \u00221\u0022","type":"next","payload":{"data":{"count":2}}}""", await client.NextAsync());
        Assert.Equal("""{"id":"a \u00221\u0022","type":"complete"}""", await client.NextAsync());
    }

    [Theory]
    [InlineData("{ greeting }", """{"data":{"greeting":"Hello, world!"}}""")]
    [InlineData("mutation { rename(name: \\\"đ\\\") }", """{"data":{"rename":"đ"}}""")]
    public async Task Queries_and_mutations_are_answered_once(string query, string expected)
    {
        using var client = await server.ConnectAsync();
        await client.InitialiseAsync();

        await client.SubscribeAsync("1", query);

        Assert.Equal($$$"""{"id":"1","type":"next","payload":{{{expected}}}}""", await client.NextAsync());
        Assert.Equal("""{"id":"1","type":"complete"}""", await client.NextAsync());
    }

    [Theory]
    [InlineData("{", """[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"SYNTAX_ERROR"}}]""")]
    [InlineData("subscription { no }", """[{"message":"Cannot query field \"no\" on type \"Subscription\".","locations":[{"line":1,"column":16}],"extensions":{"code":"VALIDATION_FAILED"}}]""")]
    public async Task An_operation_that_is_not_executed_is_answered_by_an_error(string query, string errors)
    {
        using var client = await server.ConnectAsync();
        await client.InitialiseAsync();

        await client.SubscribeAsync("1", query);

        Assert.Equal($$$"""{"id":"1","type":"error","payload":{{{errors}}}}""", await client.NextAsync());
        await client.SubscribeAsync("1", "{ greeting }");
        Assert.Contains("Hello", await client.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_operations_share_a_connection_and_each_ends_by_itself()
    {
        using var client = await server.ConnectAsync();
        await client.InitialiseAsync();
        await client.SubscribeAsync("silent", "subscription { silence }");

        await client.SubscribeAsync("loud", "subscription { user }");

        Assert.Equal("""{"id":"loud","type":"next","payload":{"data":{"user":"an"}}}""", await client.NextAsync());
        Assert.Equal("""{"id":"loud","type":"complete"}""", await client.NextAsync());
    }

    [Fact]
    public async Task An_operation_that_the_client_completes_sends_nothing_more_and_frees_its_id()
    {
        using var client = await server.ConnectAsync();
        await client.InitialiseAsync();
        await client.SubscribeAsync("1", "subscription { silence }");

        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await client.SendAsync("""{"id":"unknown","type":"complete"}""");
        await client.SubscribeAsync("1", "{ greeting }");

        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"greeting":"Hello, world!"}}}""", await client.NextAsync());
    }

    [Fact]
    public async Task A_ping_is_answered_at_any_time()
    {
        using var client = await server.ConnectAsync();

        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.NextAsync());
        await client.SendAsync("""{"type":"ping","payload":{"at": 1}}""");
        Assert.Equal("""{"type":"pong","payload":{"at": 1}}""", await client.NextAsync());
        await client.SendAsync("""{"type":"pong"}""");
        await client.InitialiseAsync();
    }

    [Theory]
    [InlineData("""{"type":"connection_init"}""")]
    [InlineData("""{"type":"connection_init","payload":null}""")]
    [InlineData("""{"type":"connection_init","payload":{"Authorization":"Bearer nobody"}}""")]
    public async Task Whoever_does_not_say_who_it_is_is_closed_out(string init)
    {
        using var client = await server.ConnectAsync();

        await client.SendAsync(init);

        Assert.Equal(
            "4403 Sign in first, with a name that is known to this server: đồng chí là ai vậy, xin cho biết họ tên, chi bộ và",
            (await client.NextAsync()).Trim());
    }

    [Theory]
    [InlineData("not json", "4400 A message must be JSON in UTF-8")]
    [InlineData("""{"type":"ping"} {}""", "4400 A message must be JSON in UTF-8")]
    [InlineData("[]", "4400 A message must be a JSON object with a type")]
    [InlineData("{}", "4400 A message must be a JSON object with a type")]
    [InlineData("""{"type":1}""", "4400 A message must be a JSON object with a type")]
    [InlineData("""{"type":"start"}""", "4400 The type of a message is not known")]
    [InlineData("""{"type":"connection_ack"}""", "4400 The type of a message is not known")]
    [InlineData("""{"type":"connection_init","payload":"Bearer an"}""", "4400 The payload of connection_init must be an object")]
    [InlineData("""{"type":"ping","payload":[]}""", "4400 The payload of ping must be an object")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{a}"}}""", "4400 The message subscribe needs an id")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{a}"}}""", "4400 The message subscribe needs an id")]
    [InlineData("""{"type":"subscribe","id":1,"payload":{"query":"{a}"}}""", "4400 A message must be a JSON object with a type")]
    [InlineData("""{"type":"subscribe","id":"1"}""", "4400 The payload of subscribe must be an object")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""", "4400 The request has no \"query\".")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":1}}""", "4400 \"query\" must be a string.")]
    [InlineData("""{"type":"complete"}""", "4400 The message complete needs an id")]
    public async Task A_message_that_is_not_of_the_protocol_closes_the_connection(string message, string expected)
    {
        using var client = await server.ConnectAsync();
        if (message.Contains("subscribe", StringComparison.Ordinal))
            await client.InitialiseAsync();

        await client.SendAsync(message);

        Assert.Equal(expected, await client.NextAsync());
    }

    [Fact]
    public async Task A_connection_may_share_an_http2_connection()
    {
        await using var own = new StreamServer { Protocols = HttpProtocols.Http2 };
        await own.InitializeAsync();
        using var client = await own.ConnectAsync();

        await client.InitialiseAsync();
    }

    [Fact]
    public async Task A_binary_message_closes_the_connection()
    {
        using var client = await server.ConnectAsync();

        await client.SendAsync("{}"u8.ToArray(), WebSocketMessageType.Binary);

        Assert.Equal("4400 Messages must be text", await client.NextAsync());
    }

    [Fact]
    public async Task A_message_that_is_too_large_closes_the_connection()
    {
        using var client = await server.ConnectAsync();

        await client.SendAsync(Encoding.UTF8.GetBytes(new string(' ', 5000)), WebSocketMessageType.Text);

        Assert.Equal("1009 A message is larger than 4096 bytes", await client.NextAsync());
    }

    [Fact]
    public async Task Nothing_may_be_asked_before_the_connection_is_acknowledged()
    {
        using var client = await server.ConnectAsync();

        await client.SubscribeAsync("1", "{ greeting }");

        Assert.Equal("4401 Unauthorized", await client.NextAsync());
    }

    [Fact]
    public async Task A_connection_is_initialised_once()
    {
        using var client = await server.ConnectAsync();
        await client.InitialiseAsync();

        await client.SendAsync("""{"type":"connection_init","payload":{"Authorization":"Bearer an"}}""");

        Assert.Equal("4429 Too many initialisation requests", await client.NextAsync());
    }

    [Fact]
    public async Task An_id_that_is_taken_closes_the_connection()
    {
        using var client = await server.ConnectAsync();
        await client.InitialiseAsync();
        await client.SubscribeAsync("1", "subscription { silence }");

        await client.SubscribeAsync("1", "{ greeting }");

        Assert.Equal("4409 Subscriber for 1 already exists", await client.NextAsync());
    }

    [Fact]
    public async Task A_connection_that_never_says_who_it_is_is_closed()
    {
        await using var own = new StreamServer { Options = new() { InitialisationTimeout = TimeSpan.FromMilliseconds(50) } };
        await own.InitializeAsync();
        using var client = await own.ConnectAsync();

        Assert.Equal("4408 Connection initialisation timeout", await client.NextAsync());
    }

    [Fact]
    public async Task Another_subprotocol_is_closed_out()
    {
        // The client refuses a handshake that chooses none of its protocols, as browsers do not.
        using var handler = new HttpClientHandler();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "/graphql"));
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Version", "13");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Protocol", "graphql-ws");
        using var http = new HttpClient(handler);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var socket = WebSocket.CreateFromStream(
            await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), new WebSocketCreationOptions());

        var result = await socket.ReceiveAsync(new byte[100], TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.SwitchingProtocols, 4406, "Subprotocol not acceptable"), (response.StatusCode, (int)result.CloseStatus!, result.CloseStatusDescription));
    }

    [Theory]
    [InlineData("http://{0}")]
    [InlineData("https://registers.example.vn")]
    public async Task Pages_of_the_hosts_own_origin_and_of_named_ones_may_connect(string origin)
    {
        await using var own = new StreamServer { Options = new() { AllowedOrigins = ["https://registers.example.vn"] } };
        await own.InitializeAsync();

        using var client = await own.ConnectAsync(origin: origin.Replace("{0}", own.Address.Authority, StringComparison.Ordinal));

        await client.InitialiseAsync();
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task Pages_of_other_origins_may_not(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        foreach (var (name, value) in new[]
        {
            ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
            ("Sec-WebSocket-Protocol", "graphql-transport-ws"), ("Origin", origin),
        })
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(
            (HttpStatusCode.Forbidden, """{"errors":[{"message":"Pages of this origin may not open connections here.","extensions":{"code":"FORBIDDEN"}}]}"""),
            (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_connection_has_only_so_many_operations_at_once()
    {
        await using var own = new StreamServer { Options = new() { MaxOperationsPerConnection = 1 } };
        await own.InitializeAsync();
        using var client = await own.ConnectAsync();
        await client.InitialiseAsync();
        await client.SubscribeAsync("1", "subscription { silence }");

        await client.SubscribeAsync("2", "{ greeting }");

        Assert.Equal(
            """{"id":"2","type":"error","payload":[{"message":"A connection may have 1 operations at once.","extensions":{"code":"SUBSCRIPTION_LIMIT"}}]}""",
            await client.NextAsync());
    }

    [Fact]
    public async Task A_connection_ends_when_its_token_expires_and_its_subscriptions_are_left_to_the_next_one()
    {
        server.Change("brief", rule => rule with { LivesFor = TimeSpan.FromMilliseconds(300) });
        using var client = await server.ConnectAsync();
        await client.InitialiseAsync("brief");
        await client.SubscribeAsync("1", "subscription { silence }");

        Assert.Equal("4403 The access token has expired. Subscribe again with a new one.", await client.NextAsync());
    }

    [Fact]
    public async Task A_connection_ends_at_once_when_its_user_may_no_longer_be_here()
    {
        using var client = await server.ConnectAsync();
        await client.InitialiseAsync("closed");
        await client.SubscribeAsync("1", "subscription { silence }");

        server.Change("closed", rule => rule with { IsRefused = true });

        Assert.Equal("4403 The account is closed.", await client.NextAsync());
    }

    [Fact]
    public async Task A_subscription_whose_module_is_disabled_ends_and_the_connection_stays()
    {
        await using var own = new StreamServer();
        await own.InitializeAsync();
        using var client = await own.ConnectAsync();
        await client.InitialiseAsync();
        await client.SubscribeAsync("1", "subscription { silence }");
        await Patience.UntilAsync(() => own.OpenSources > 0);

        own.Change("an", rule => rule with { Schema = StreamServer.SchemaWithoutSilence });

        Assert.Contains("\"code\":\"MODULE_DISABLED\"", await client.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"id":"1","type":"complete"}""", await client.NextAsync());
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.NextAsync());
    }

    [Fact]
    public async Task A_host_that_stops_tells_clients_to_go_elsewhere()
    {
        await using var own = new StreamServer();
        await own.InitializeAsync();
        using var waiting = await own.ConnectAsync();
        using var client = await own.ConnectAsync();
        await client.InitialiseAsync();

        var stopping = own.StopAsync();

        Assert.Equal("1001 The host is about to stop", await waiting.NextAsync());
        Assert.Equal("1001 The host is about to stop", await client.NextAsync());
        waiting.Socket.Abort();
        client.Socket.Abort();
        await stopping;
    }

    [Fact]
    public async Task A_client_that_reads_nothing_is_cut_off()
    {
        await using var own = new StreamServer { Options = new() { Patience = TimeSpan.FromMilliseconds(200) } };
        await own.InitializeAsync();
        using var client = await own.ConnectAsync();
        await client.InitialiseAsync();

        await client.SubscribeAsync("1", "subscription { flood(size: 100000) }");

        await Patience.UntilAsync(() => own.OpenSources > 0);
        await Patience.UntilAsync(() => own.OpenSources == 0);
    }

    [Fact]
    public async Task The_source_streams_are_closed_with_the_connection()
    {
        await using var own = new StreamServer();
        await own.InitializeAsync();
        using var client = await own.ConnectAsync();
        await client.InitialiseAsync();
        await client.SubscribeAsync("1", "subscription { silence }");
        await Patience.UntilAsync(() => own.OpenSources > 0);

        await client.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", TestContext.Current.CancellationToken);

        await Patience.UntilAsync(() => own.OpenSources == 0);
    }
}
