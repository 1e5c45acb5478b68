using Modular.GraphQL.Sdl;

namespace Modular.GraphQL.AspNetCore.Tests;

public sealed class SchemaEndpointTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task The_schema_is_sent_as_sdl_and_not_again_to_who_has_it()
    {
        var first = await server.GetAsync("/nam-dinh/schema.graphql", accept: null);
        var second = await server.SendAsync(HttpMethod.Get, "/nam-dinh/schema.graphql", null, accept: null, ("If-None-Match", first.Headers["ETag"]));

        Assert.Equal(
            (200, "application/graphql; charset=utf-8", SdlPrinter.Print(GraphQLServer.Schema, sorted: true) + "\n"),
            (first.Status, first.ContentType, first.Body));
        Assert.Equal((304, ""), (second.Status, second.Body));
        Assert.Equal(("no-cache, private", "Authorization"), (first.Headers["Cache-Control"], first.Headers["Vary"]));
    }

    [Fact]
    public async Task Who_only_wants_to_know_whether_it_has_changed_gets_no_body()
    {
        var whole = await server.GetAsync("/nam-dinh/schema.graphql", accept: null);
        var head = await server.SendAsync(HttpMethod.Head, "/nam-dinh/schema.graphql", null, accept: null);

        Assert.Equal((200, "", whole.Headers["ETag"], whole.Headers["Content-Length"]), (head.Status, head.Body, head.Headers["ETag"], head.Headers["Content-Length"]));
    }

    [Fact]
    public async Task Who_is_turned_away_gets_no_schema() =>
        Assert.Equal(404, (await server.GetAsync("/ha-noi/schema.graphql", accept: null)).Status);
}
