using Modular.GraphQL.AspNetCore.Tests.Streams;

namespace Modular.GraphQL.AspNetCore.Tests.Incremental;

/// <summary>Responses of which parts come later than the rest.</summary>
public sealed class PartsTests(PartsServer server) : IClassFixture<PartsServer>
{
    private const string Multipart = "multipart/mixed; boundary=\"-\"; incrementalSpec=v0.2";
    private const string Json = "application/json; charset=utf-8";
    private const string Events = "text/event-stream; charset=utf-8";
    private const string Deferring = "{ name ... @defer(label: \"later\") { letters } }";
    private const string First = """{"data":{"name":"an"},"pending":[{"id":"0","path":[],"label":"later"}],"hasNext":true}""";
    private const string Second = """{"hasNext":false,"incremental":[{"id":"0","data":{"letters":["a","b","c"]}}],"completed":[{"id":"0"}]}""";

    [Fact]
    public async Task Parts_are_parts_of_a_multipart_body()
    {
        using var response = await server.PostAsync(Deferring, "multipart/mixed");

        Assert.Equal((200, Multipart, "no-store"), ((int)response.StatusCode, response.Content.Headers.ContentType!.ToString(), response.Headers.CacheControl!.ToString()));
        Assert.Equal(
            $"---\r\nContent-Type: {Json}\r\n\r\n{First}\r\n---\r\nContent-Type: {Json}\r\n\r\n{Second}\r\n-----\r\n",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Parts_are_events()
    {
        using var answer = new EventReader(await server.PostAsync(Deferring, "text/event-stream"));

        Assert.Equal((200, Events), (answer.Status, answer.Response.Content.Headers.ContentType!.ToString()));
        Assert.Equal(["next: " + First, "next: " + Second, "complete: "], await answer.AllAsync());
    }

    [Fact]
    public async Task Parts_are_messages()
    {
        using var client = await server.ConnectAsync();
        await client.InitialiseAsync();

        await client.SubscribeAsync("q", Deferring.Replace("\"", "\\\"", StringComparison.Ordinal));

        string[] messages = [await client.NextAsync(), await client.NextAsync(), await client.NextAsync()];
        Assert.Equal(
            [$$"""{"id":"q","type":"next","payload":{{First}}}""", $$"""{"id":"q","type":"next","payload":{{Second}}}""", """{"id":"q","type":"complete"}"""],
            messages);
    }

    [Fact]
    public async Task What_is_there_does_not_wait_for_what_is_not()
    {
        await using var own = new PartsServer();
        await own.InitializeAsync();
        const string Query = "{ name ... @defer { gated } }";

        using var parts = new PartsReader(await own.PostAsync(Query, "multipart/mixed"));
        using var events = new EventReader(await own.PostAsync(Query, "application/json;q=0.5, text/event-stream"));

        Assert.Equal("""{"data":{"name":"an"},"pending":[{"id":"0","path":[]}],"hasNext":true}""", await parts.NextAsync());
        Assert.Equal("""next: {"data":{"name":"an"},"pending":[{"id":"0","path":[]}],"hasNext":true}""", await events.NextAsync());
        own.Gate.SetResult("open");
        Assert.Equal(["""{"hasNext":false,"incremental":[{"id":"0","data":{"gated":"open"}}],"completed":[{"id":"0"}]}"""], await parts.AllAsync());
        Assert.Equal(["""next: {"hasNext":false,"incremental":[{"id":"0","data":{"gated":"open"}}],"completed":[{"id":"0"}]}""", "complete: "], await events.AllAsync());
    }

    [Fact]
    public async Task All_parts_together_are_no_larger_than_a_response_may_be()
    {
        // The first part has 82 bytes, the second one 97.
        const string Refusal = """{"errors":[{"message":"The response would be larger than 150 bytes. Ask for smaller pages or fewer fields.","extensions":{"code":"RESPONSE_LIMIT"}}]}""";
        await using var small = new PartsServer { MaxResponseBytes = 150 };
        await small.InitializeAsync();
        using var client = await small.ConnectAsync();
        await client.InitialiseAsync();

        using var events = new EventReader(await small.PostAsync(Deferring, "text/event-stream"));
        using var parts = new PartsReader(await small.PostAsync(Deferring, "multipart/mixed"));
        await client.SubscribeAsync("q", Deferring.Replace("\"", "\\\"", StringComparison.Ordinal));

        Assert.Equal(["next: " + First, "next: " + Refusal, "complete: "], await events.AllAsync());
        Assert.Equal([First, Refusal[..^1] + ""","hasNext":false}"""], await parts.AllAsync());
        string[] messages = [await client.NextAsync(), await client.NextAsync()];
        Assert.Equal(
            [
                $$"""{"id":"q","type":"next","payload":{{First}}}""",
                """{"id":"q","type":"error","payload":[{"message":"The response would be larger than 150 bytes. Ask for smaller pages or fewer fields.","extensions":{"code":"RESPONSE_LIMIT"}}]}""",
            ],
            messages);
    }

    [Fact]
    public async Task Lists_come_portion_by_portion()
    {
        using var parts = new PartsReader(await server.PostAsync("{ letters @stream }", "multipart/mixed"));

        Assert.Equal(
            [
                """{"data":{"letters":[]},"pending":[{"id":"0","path":["letters"]}],"hasNext":true}""",
                """{"hasNext":true,"incremental":[{"id":"0","items":["a","b"]}]}""",
                """{"hasNext":false,"incremental":[{"id":"0","items":["c"]}],"completed":[{"id":"0"}]}""",
            ],
            await parts.AllAsync());
    }

    [Theory]
    [InlineData("multipart/mixed", Multipart)]
    [InlineData("multipart/mixed; incrementalSpec=v0.2", Multipart)]
    [InlineData("multipart/mixed; incrementalSpec=\"v0.2\", application/graphql-response+json, application/json;q=0.9", Multipart)]
    [InlineData("application/graphql-response+json, application/json, multipart/mixed", Multipart)]
    [InlineData("application/graphql-response+json, application/json, text/event-stream, multipart/mixed", Events)]
    [InlineData("text/event-stream;q=0.8, multipart/mixed;q=0.9, application/json", Multipart)]
    [InlineData("multipart/mixed; deferSpec=20220824, application/json", Json)]
    [InlineData("multipart/mixed; incrementalSpec=v0.1, application/json", Json)]
    [InlineData("multipart/mixed; incrementalSpec=v0.2, multipart/mixed; deferSpec=20220824, application/json", Multipart)]
    [InlineData("multipart/mixed;q=0, application/json", Json)]
    [InlineData("application/json", Json)]
    [InlineData("*/*", Json)]
    public async Task The_client_chooses_how_it_takes_parts(string accept, string contentType)
    {
        using var response = await server.PostAsync(Deferring, accept);

        Assert.Equal((200, contentType), ((int)response.StatusCode, response.Content.Headers.ContentType!.ToString()));
    }

    [Fact]
    public async Task Without_events_the_client_takes_a_multipart_body()
    {
        await using var own = new PartsServer { ServesEvents = false };
        await own.InitializeAsync();

        using var response = await own.PostAsync(Deferring, "text/event-stream, multipart/mixed, application/json");

        Assert.Equal(Multipart, response.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/mixed; deferSpec=20220824, application/json")]
    public async Task A_client_that_takes_no_parts_gets_everything_at_once(string accept)
    {
        using var response = await server.PostAsync("{ name ... @defer { letters @stream } }", accept);

        Assert.Equal("""{"data":{"name":"an","letters":["a","b","c"]}}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{ name }", """{"data":{"name":"an"}}""")]
    [InlineData("{ name ... @defer(if: false) { letters } }", """{"data":{"name":"an","letters":["a","b","c"]}}""")]
    public async Task A_response_of_one_part_is_an_ordinary_one(string query, string expected)
    {
        using var json = await server.PostAsync(query, "multipart/mixed, application/json");
        using var multipart = new PartsReader(await server.PostAsync(query, "multipart/mixed"));

        Assert.Equal((Json, expected), (json.Content.Headers.ContentType!.ToString(), await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal([expected], await multipart.AllAsync());
    }

    [Fact]
    public async Task A_refused_request_is_told_by_its_status()
    {
        using var response = await server.PostAsync("{ nothing }", "multipart/mixed");

        Assert.Equal((400, Multipart), ((int)response.StatusCode, response.Content.Headers.ContentType!.ToString()));
    }

    [Fact]
    public async Task A_part_that_would_be_null_is_told_to_have_failed()
    {
        using var parts = new PartsReader(await server.PostAsync("{ name inner { ... @defer { name broken } } }", "multipart/mixed"));

        Assert.Equal(
            [
                """{"data":{"name":"an","inner":{}},"pending":[{"id":"0","path":["inner"]}],"hasNext":true}""",
                """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"It is broken.","locations":[{"line":1,"column":34}],"path":["inner","broken"],"extensions":{"code":"BROKEN"}}]}]}""",
            ],
            await parts.AllAsync());
    }

    [Fact]
    public async Task When_the_time_is_over_what_is_still_to_come_is_told_to_have_failed()
    {
        await using var own = new PartsServer { ExecutionTimeout = TimeSpan.FromMilliseconds(300) };
        await own.InitializeAsync();

        using var parts = new PartsReader(await own.PostAsync("{ name ... @defer { endless } ... @defer { letters } }", "multipart/mixed"));

        const string Errors = """[{"message":"The operation took longer than 0.3 seconds and was stopped.","extensions":{"code":"TIMEOUT"}}]""";
        Assert.Equal(
            [
                """{"data":{"name":"an"},"pending":[{"id":"0","path":[]},{"id":"1","path":[]}],"hasNext":true}""",
                $$"""{"hasNext":false,"completed":[{"id":"0","errors":{{Errors}}},{"id":"1","errors":{{Errors}}}]}""",
            ],
            await parts.AllAsync());
    }

    [Fact]
    public async Task What_nobody_waits_for_any_longer_is_given_up()
    {
        await using var own = new PartsServer();
        await own.InitializeAsync();

        using (var parts = new PartsReader(await own.PostAsync("{ name ... @defer { endless } }", "multipart/mixed")))
            await parts.NextAsync();

        await own.GivenUp.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Mutations_have_parts_below_their_own_fields()
    {
        using var parts = new PartsReader(await server.PostAsync("mutation { change { name ... @defer { letters } } }", "multipart/mixed"));

        Assert.Equal(
            [
                """{"data":{"change":{"name":"an"}},"pending":[{"id":"0","path":["change"]}],"hasNext":true}""",
                """{"hasNext":false,"incremental":[{"id":"0","data":{"letters":["a","b","c"]}}],"completed":[{"id":"0"}]}""",
            ],
            await parts.AllAsync());
    }

    [Theory]
    [InlineData("subscription { changed { ... @defer { name } } }", "VALIDATION_FAILED")]
    [InlineData("subscription ($yes: Boolean! = true) { changed { ... @defer(if: $yes) { name } } }", "OPERATION_NOT_ALLOWED")]
    public async Task Subscriptions_have_no_parts(string query, string code)
    {
        using var answer = new EventReader(await server.PostAsync(query, "text/event-stream"));

        Assert.Contains($"\"code\":\"{code}\"", await answer.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("complete: ", await answer.NextAsync());
    }
}
