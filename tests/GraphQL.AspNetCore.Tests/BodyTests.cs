using System.Text;

namespace Modular.GraphQL.AspNetCore.Tests;

/// <summary>Bodies that are no request.</summary>
public sealed class BodyTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory]
    [InlineData("", "The request has no body.")]
    [InlineData("7", "The body must be a JSON object.")]
    [InlineData("""[{"query":"{ province }"}]""", "Batches are not answered; send one operation a request.")]
    [InlineData("{}", "The request has no \"query\".")]
    [InlineData("""{"query":null}""", "\"query\" must be a string.")]
    [InlineData("""{"query":"{ province }","operationName":1}""", "\"operationName\" must be a string or null.")]
    [InlineData("""{"query":"{ province }","variables":[]}""", "\"variables\" must be an object or null.")]
    [InlineData("""{"query":"{ province }","variables":"{}"}""", "\"variables\" must be an object or null.")]
    [InlineData("""{"query":"{ province }","extensions":1}""", "\"extensions\" must be an object or null.")]
    [InlineData("""{"query":"{ greeting(name: \"\ud83d\") }"}""", "The body holds a string that is not Unicode text.")]
    public async Task What_is_wrong_with_a_body_is_told(string body, string message)
    {
        var reply = await server.PostAsync(body, accept: "application/json");

        Assert.Equal((400, "application/json; charset=utf-8", (message, "BAD_REQUEST")), (reply.Status, reply.ContentType, reply.Error));
    }

    [Theory]
    [InlineData("""{"query":"{ province }" """)]
    [InlineData("""{"query":"{ province }"} {}""")]
    [InlineData("""{"query":"{ province }",}""")]
    [InlineData("query { province }")]
    public async Task What_is_not_json_is_told(string body)
    {
        var reply = await server.PostAsync(body);

        Assert.Equal((400, "BAD_REQUEST"), (reply.Status, reply.Error.Code));
        Assert.StartsWith("The body is not JSON: ", reply.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_told()
    {
        byte[] body = [.. "{\"query\":\"{ greeting(name: \\\""u8, 0xC3, 0x28, .. "\\\") }\"}"u8];

        var reply = await server.PostAsync(body, accept: null, "application/json");

        Assert.Equal((400, ("The body holds a string that is not Unicode text.", "BAD_REQUEST")), (reply.Status, reply.Error));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/graphql")]
    public async Task Content_that_a_foreign_page_could_send_unasked_is_not_taken(string? contentType)
    {
        var reply = await server.PostAsync("""{"query":"{ province }"}""", contentType: contentType);

        Assert.Equal((415, "UNSUPPORTED_MEDIA_TYPE"), (reply.Status, reply.Error.Code));
    }

    [Theory]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("Application/JSON;charset=\"utf-8\"")]
    public async Task Utf8_may_be_said(string contentType)
    {
        var reply = await server.PostAsync("""{"query":"{ province }"}""", contentType: contentType);

        Assert.Equal((200, """{"data":{"province":"nam-dinh"}}"""), (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bodies_beyond_the_limit_are_refused_whether_they_tell_their_length_or_not(bool tellsLength)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"query":"{ province } #{{new string('x', GraphQLServer.Options.MaxRequestBytes)}}"}""");
        using HttpContent content = tellsLength ? new ByteArrayContent(body) : new StreamContent(new UnmeasuredStream(body));
        content.Headers.ContentType = new("application/json");

        var reply = await server.SendAsync(HttpMethod.Post, "/nam-dinh/graphql", content, accept: null);

        Assert.Equal((413, ("The request is larger than 4096 bytes.", "PAYLOAD_TOO_LARGE")), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task A_refused_body_leaves_the_connection_usable()
    {
        var tooLarge = $$"""{"query":"{ province } #{{new string('x', GraphQLServer.Options.MaxRequestBytes)}}"}""";
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(413, (await server.PostAsync(tooLarge)).Status);
            Assert.Equal(200, (await server.PostAsync("""{"query":"{ province }"}""")).Status);
        }
    }

    private sealed class UnmeasuredStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
