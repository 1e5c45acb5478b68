namespace Modular.GraphQL.AspNetCore.Tests;

public sealed class PostTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task A_query_is_answered_in_the_context_that_the_host_gives()
    {
        var reply = await server.PostAsync("""{"query":"query Q($n: String) { greeting(name: $n) province }","operationName":"Q","variables":{"n":"đảng 😀"},"unknown":[{}]}""");

        Assert.Equal(
            (200, "application/graphql-response+json; charset=utf-8", """{"data":{"greeting":"Hello, đảng 😀!","province":"nam-dinh"}}"""),
            (reply.Status, reply.ContentType, reply.Body));
        Assert.Equal(("no-store", "nosniff", "Accept"), (reply.Headers["Cache-Control"], reply.Headers["X-Content-Type-Options"], reply.Headers["Vary"]));
    }

    [Fact]
    public async Task Escapes_in_the_document_are_resolved_before_it_is_parsed()
    {
        var reply = await server.PostAsync("""{"query":"{\u0020greeting(name:\"\u0111\\u1EA3ng\")\n}"}""");

        Assert.Equal("""{"data":{"greeting":"Hello, đảng!"}}""", reply.Body);
    }

    [Fact]
    public async Task Errors_of_fields_leave_the_status_alone()
    {
        var reply = await server.PostAsync("""{"query":"{ failing }"}""");

        Assert.Equal(
            (200, """{"errors":[{"message":"It fails.","locations":[{"line":1,"column":3}],"path":["failing"],"extensions":{"code":"FAILED"}}],"data":{"failing":null}}"""),
            (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData("application/graphql-response+json", 400)]
    [InlineData("application/json", 200)]
    public async Task Requests_that_are_not_executed_are_told_by_status_unless_the_client_wants_plain_json(string accept, int status)
    {
        foreach (var query in new[] { "{", "{ unknown }", "query A { province } query B { province }", "query Q($n: [Int]!) { greeting }" })
        {
            var reply = await server.PostAsync($$"""{"query":"{{query}}"}""", accept);

            Assert.Equal((status, accept + "; charset=utf-8", false), (reply.Status, reply.ContentType, reply.Body.Contains("\"data\"", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_mutation_is_answered()
    {
        var reply = await server.PostAsync("""{"query":"mutation { rename(name: \"a\") }"}""");

        Assert.Equal((200, """{"data":{"rename":"a"}}"""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task A_subscription_is_not_answered_once()
    {
        var reply = await server.PostAsync("""{"query":"subscription { ticks }"}""");

        Assert.Equal((400, "OPERATION_NOT_ALLOWED"), (reply.Status, reply.Error.Code));
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_stopped()
    {
        var reply = await server.PostAsync("""{"query":"{ endless }"}""");

        Assert.Equal((503, "TIMEOUT"), (reply.Status, reply.Error.Code));
    }

    [Fact]
    public async Task A_mistake_of_the_server_is_told_without_its_secrets()
    {
        var reply = await server.PostAsync("""{"query":"{ unplannable }"}""");

        Assert.Equal((500, "INTERNAL"), (reply.Status, reply.Error.Code));
        Assert.DoesNotContain("mistake in the program", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_the_host_turns_away_is_the_hosts_to_answer()
    {
        var reply = await server.SendAsync(HttpMethod.Post, "/ha-noi/graphql", new StringContent("not even JSON"), accept: null);

        Assert.Equal((404, ""), (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        var reply = await server.SendAsync(new HttpMethod(method), "/nam-dinh/graphql", null, accept: null);

        Assert.Equal((405, "GET, POST"), (reply.Status, reply.Allow));
    }
}
