using System.Text;
using Modular.TestKit;

namespace Modular.GraphQL.AspNetCore.Tests.Streams;

/// <summary>The distinct connections mode of GraphQL over SSE.</summary>
public sealed class EventStreamTests(StreamServer server) : IClassFixture<StreamServer>
{
    [Fact]
    public async Task A_subscription_is_answered_by_an_event_for_each_response()
    {
        using var answer = await server.PostAsync("subscription ($to: Int!) { count(to: $to) }", variables: new { to = 2 });

        Assert.Equal((200, "text/event-stream; charset=utf-8", "no-store"), (answer.Status, answer.Response.Content.Headers.ContentType!.ToString(), answer.Response.Headers.CacheControl!.ToString()));
        Assert.Equal(["""next: {"data":{"count":1}}""", """next: {"data":{"count":2}}""", "complete: "], await answer.AllAsync());
    }

    [Theory]
    [InlineData("{ greeting }", """next: {"data":{"greeting":"Hello, world!"}}""")]
    [InlineData("mutation { rename(name: \"đ\") }", """next: {"data":{"rename":"đ"}}""")]
    [InlineData("{ failing }", """next: {"errors":[{"message":"It fails.","locations":[{"line":1,"column":3}],"path":["failing"],"extensions":{"code":"FAILED"}}],"data":{"failing":null}}""")]
    [InlineData("{", """next: {"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"SYNTAX_ERROR"}}]}""")]
    [InlineData("subscription { no }", """next: {"errors":[{"message":"Cannot query field \"no\" on type \"Subscription\".","locations":[{"line":1,"column":16}],"extensions":{"code":"VALIDATION_FAILED"}}]}""")]
    public async Task Other_operations_and_refusals_are_answered_by_one_event(string query, string expected)
    {
        using var answer = await server.PostAsync(query);

        Assert.Equal(200, answer.Status);
        Assert.Equal([expected, "complete: "], await answer.AllAsync());
    }

    [Theory]
    [InlineData("turned", "3 taken, 3 given back, 0 refused")]
    [InlineData("busy", "3 taken, 3 given back, 2 refused")]
    public async Task Each_event_takes_the_users_turn_and_waits_for_it(string user, string turns)
    {
        using var answer = await server.PostAsync("subscription { count(to: 2) }", user);

        Assert.Equal(["""next: {"data":{"count":1}}""", """next: {"data":{"count":2}}""", "complete: "], await answer.AllAsync());
        Assert.Equal(turns, server.Turns.Of(user));
    }

    [Fact]
    public async Task A_subscription_may_be_asked_by_GET()
    {
        using var answer = await server.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/graphql?query=subscription%7Buser%7D"));

        Assert.Equal(["""next: {"data":{"user":"an"}}""", "complete: "], await answer.AllAsync());
    }

    [Fact]
    public async Task A_mutation_may_not_be_asked_by_GET()
    {
        using var answer = await server.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/graphql?query=mutation%7Brename(name%3A%22a%22)%7D"));

        Assert.Equal((405, "POST"), (answer.Status, string.Join(", ", answer.Response.Content.Headers.Allow)));
        Assert.Equal("""{"errors":[{"message":"Only queries and subscriptions may be sent this way.","extensions":{"code":"OPERATION_NOT_ALLOWED"}}]}""", await answer.BodyAsync());
    }

    [Theory]
    [InlineData("{ greeting }", "application/graphql-response+json")]
    [InlineData("subscription { user }", "text/event-stream")]
    public async Task A_client_that_takes_events_and_json_gets_events_for_subscriptions_only(string query, string mediaType)
    {
        using var answer = await server.PostAsync(query, accept: "application/graphql-response+json, application/json, text/event-stream, multipart/mixed");

        Assert.Equal((200, mediaType), (answer.Status, answer.Response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_client_that_takes_no_events_gets_no_subscription()
    {
        using var answer = await server.PostAsync("subscription { user }", accept: "application/json, text/event-stream;q=0");

        Assert.Equal("application/json", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("OPERATION_NOT_ALLOWED", await answer.BodyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_request_is_told_by_its_status()
    {
        using var answer = await server.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("[]", Encoding.UTF8, "application/json") });

        Assert.Equal((400, "application/json"), (answer.Status, answer.Response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Whom_the_host_turns_away_it_answers_itself()
    {
        using var answer = await server.PostAsync("subscription { user }", user: "nobody");

        Assert.Equal((401, "who?"), (answer.Status, await answer.BodyAsync()));
    }

    [Fact]
    public async Task The_source_stream_is_closed_when_the_client_leaves()
    {
        await using var own = new StreamServer();
        await own.InitializeAsync();
        using (var answer = await own.PostAsync("subscription { flood(size: 10) }"))
        {
            Assert.Equal("""next: {"data":{"flood":"xxxxxxxxxx"}}""", await answer.NextAsync());
            Assert.True(own.OpenSources > 0);
        }

        await Patience.UntilAsync(() => own.OpenSources == 0);
    }

    [Fact]
    public async Task Comments_keep_a_silent_connection_alive()
    {
        await using var own = new StreamServer { Options = new() { KeepAlive = TimeSpan.FromMilliseconds(20) } };
        await own.InitializeAsync();

        using var answer = await own.PostAsync("subscription { silence }");

        for (var comment = 0; comment < 3; comment++)
            Assert.Equal(":", await answer.NextOrCommentAsync());
    }

    [Fact]
    public async Task A_subscription_ends_when_its_token_expires()
    {
        server.Change("brief", rule => rule with { LivesFor = TimeSpan.FromMilliseconds(300) });

        using var answer = await server.PostAsync("subscription { silence }", user: "brief");

        Assert.Equal(
            ["""next: {"errors":[{"message":"The access token has expired. Subscribe again with a new one.","extensions":{"code":"UNAUTHENTICATED"}}]}""", "complete: "],
            await answer.AllAsync());
    }

    [Fact]
    public async Task A_subscription_ends_at_once_when_its_user_may_no_longer_be_here()
    {
        using var answer = await server.PostAsync("subscription { silence }", user: "closed");
        Assert.Equal(":", await answer.NextOrCommentAsync());

        server.Change("closed", rule => rule with { IsRefused = true });

        Assert.Equal(["""next: {"errors":[{"message":"The account is closed.","extensions":{"code":"FORBIDDEN"}}]}""", "complete: "], await answer.AllAsync());
    }

    [Fact]
    public async Task A_subscription_ends_at_once_when_its_module_is_disabled()
    {
        using var answer = await server.PostAsync("subscription { silence }", user: "disabled");
        Assert.Equal(":", await answer.NextOrCommentAsync());

        server.Change("disabled", rule => rule with { Schema = StreamServer.SchemaWithoutSilence });

        var events = await answer.AllAsync();
        Assert.Equal(2, events.Count);
        Assert.Contains("\"code\":\"MODULE_DISABLED\"", events[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_has_only_so_many_subscriptions_at_once()
    {
        await using var own = new StreamServer { Options = new() { MaxSubscriptionsPerUser = 1 } };
        await own.InitializeAsync();
        var first = await own.PostAsync("subscription { silence }");
        using var second = await own.PostAsync("subscription { silence }");
        using var other = await own.PostAsync("subscription { user }", user: "binh");

        Assert.Equal(
            ["""next: {"errors":[{"message":"A user may have 1 subscriptions at once.","extensions":{"code":"SUBSCRIPTION_LIMIT"}}]}""", "complete: "],
            await second.AllAsync());
        Assert.Equal(2, (await other.AllAsync()).Count);

        first.Dispose();
        await Patience.UntilAsync(() => own.OpenSources == 0);
    }

    [Fact]
    public async Task A_host_that_stops_completes_its_subscriptions()
    {
        await using var own = new StreamServer();
        await own.InitializeAsync();
        using var answer = await own.PostAsync("subscription { silence }");
        Assert.Equal(":", await answer.NextOrCommentAsync());

        var stopping = own.StopAsync();

        Assert.Equal(
            ["""next: {"errors":[{"message":"This host is about to stop. Subscribe again.","extensions":{"code":"HOST_STOPS"}}]}""", "complete: "],
            await answer.AllAsync());
        await stopping;
    }
}
