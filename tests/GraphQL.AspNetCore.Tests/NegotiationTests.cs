namespace Modular.GraphQL.AspNetCore.Tests;

public sealed class NegotiationTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Json = "application/json; charset=utf-8";
    private const string Response = "application/graphql-response+json; charset=utf-8";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData("application/graphql-response+json", Response)]
    [InlineData("application/graphql-response+json; charset=utf-8", Response)]
    [InlineData("application/graphql-response+json, application/json", Response)]
    [InlineData("application/json, application/graphql-response+json", Json)]
    [InlineData("application/json;q=0.9, application/graphql-response+json", Response)]
    [InlineData("application/graphql-response+json;q=0.5, application/json;q=0.8", Json)]
    [InlineData("application/graphql-response+json, */*;q=0.1", Response)]
    [InlineData("application/graphql-response+json;q=0, */*", Json)]
    [InlineData("application/json;q=0, */*", Response)]
    [InlineData("text/event-stream, application/graphql-response+json;q=0.9", Response)]
    [InlineData("application/json; charset=iso-8859-1, application/graphql-response+json;q=0.1", Response)]
    public async Task The_clients_preference_is_followed(string? accept, string contentType)
    {
        var reply = await server.PostAsync("""{"query":"{ province }"}""", accept);

        Assert.Equal((200, contentType), (reply.Status, reply.ContentType));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    public async Task What_cannot_be_served_is_told(string accept)
    {
        var reply = await server.PostAsync("""{"query":"{ province }"}""", accept);

        Assert.Equal((406, Json, "NOT_ACCEPTABLE"), (reply.Status, reply.ContentType, reply.Error.Code));
    }
}
