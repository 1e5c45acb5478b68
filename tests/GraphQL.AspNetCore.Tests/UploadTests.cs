using System.Security.Cryptography;
using System.Text;

namespace Modular.GraphQL.AspNetCore.Tests;

/// <summary>The GraphQL multipart request specification.</summary>
public sealed class UploadTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string ReadOne = """{"query":"mutation M($f: Upload!) { read(file: $f) { name type length text } }","variables":{"f":null}}""";
    private const string ReadMany = """{"query":"mutation M($i: Files!) { readAll(input: $i) { name text } }","variables":{"i":{"files":[null,null]}}}""";

    [Fact]
    public async Task A_file_is_read_as_it_was_sent()
    {
        var reply = await SendAsync(ReadOne, """{"0":["variables.f"]}""", ("0", "danh sách.csv", "Họ tên\nNguyễn Văn A"));

        Assert.Equal(
            (200, """{"data":{"read":{"name":"danh sách.csv","type":"text/csv","length":25,"text":"Họ tên\nNguyễn Văn A"}}}"""),
            (reply.Status, reply.Body));
    }

    [Fact]
    public async Task A_file_may_come_with_the_name_of_a_document()
    {
        const string Operations = """{"query":"mutation M($f: Upload!) { read(file: $f) { text } }","documentId":"IDENTIFIER","variables":{"f":null}}""";
        var identifier = "sha256:" + Convert.ToHexStringLower(SHA256.HashData("mutation M($f: Upload!) { read(file: $f) { text } }"u8));
        var registering = Operations.Replace("IDENTIFIER", identifier, StringComparison.Ordinal);
        var naming = $$$"""{"documentId":"{{{identifier}}}","variables":{"f":null}}""";

        await SendAsync(registering, """{"0":["variables.f"]}""", ("0", "a.csv", "A"));
        var reply = await SendAsync(naming, """{"0":["variables.f"]}""", ("0", "b.csv", "B"));

        Assert.Equal((200, """{"data":{"read":{"text":"B"}}}"""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Several_files_go_to_their_places_in_lists_and_objects()
    {
        var reply = await SendAsync(
            ReadMany, """{"b":["variables.i.files.0"],"a":["variables.i.files.1"]}""", ("a", "a.csv", "A"), ("b", "b.csv", "B"));

        Assert.Equal("""{"data":{"readAll":[{"name":"b.csv","text":"B"},{"name":"a.csv","text":"A"}]}}""", reply.Body);
    }

    [Fact]
    public async Task One_file_may_stand_in_several_places()
    {
        var reply = await SendAsync(ReadMany, """{"0":["variables.i.files.0","variables.i.files.1"]}""", ("0", "a.csv", "A"));

        Assert.Equal("""{"data":{"readAll":[{"name":"a.csv","text":"A"},{"name":"a.csv","text":"A"}]}}""", reply.Body);
    }

    [Fact]
    public async Task The_name_of_a_file_brings_no_folders_along()
    {
        var reply = await SendAsync(ReadOne, """{"0":["variables.f"]}""", ("0", "..\\..\\etc/passwd.csv", ""));

        Assert.Contains("\"name\":\"passwd.csv\"", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_temporary_files_are_gone_afterwards()
    {
        var marker = Guid.NewGuid().ToString();

        await SendAsync(ReadOne, """{"0":["variables.f"]}""", ("0", "a.csv", marker));

        Assert.DoesNotContain(
            new DirectoryInfo(Path.GetTempPath()).EnumerateFiles("????????.???").Where(file => file.Length == marker.Length),
            file => File.ReadAllText(file.FullName) == marker);
    }

    [Fact]
    public async Task A_form_of_a_foreign_page_cannot_send_files()
    {
        using var content = Multipart(("operations", null, ReadOne), ("map", null, """{"0":["variables.f"]}"""), ("0", "a.csv", "A"));

        var reply = await server.SendAsync(HttpMethod.Post, "/nam-dinh/graphql", content, accept: null);

        Assert.Equal((400, "PREFLIGHT_REQUIRED"), (reply.Status, reply.Error.Code));
    }

    [Theory]
    [InlineData("""{"0":["variables.g"]}""", "The place \"variables.g\" of the map is not a variable that is null.")]
    [InlineData("""{"0":["variables.f.x"]}""", "The place \"variables.f.x\" of the map is not a variable that is null.")]
    [InlineData("""{"0":["query"]}""", "The place \"query\" of the map is not a variable that is null.")]
    [InlineData("""{"0":["variables.f"],"1":["variables.f"]}""", "The file \"1\" of the map is missing.")]
    [InlineData("""{"1":["variables.f"]}""", "The multipart request holds a part that its map does not name.")]
    [InlineData("""{"0":"variables.f"}""", "The second part of a multipart request must be \"map\": an object whose values are lists of places.")]
    [InlineData("""{"0":[],"1":[],"2":[],"3":[]}""", "A request may bring at most 3 files.")]
    public async Task What_is_wrong_with_the_map_is_told(string map, string message)
    {
        var reply = await SendAsync(ReadOne, map, ("0", "a.csv", "A"));

        Assert.Equal((400, (message, "BAD_REQUEST")), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task Operations_come_first()
    {
        using var content = Multipart(("map", null, "{}"), ("operations", null, ReadOne));

        var reply = await SendAsync(content);

        Assert.Equal((400, ("The first part of a multipart request must be \"operations\".", "BAD_REQUEST")), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task Batches_of_operations_are_refused()
    {
        var reply = await SendAsync($"[{ReadOne}]", """{"0":["0.variables.f"]}""", ("0", "a.csv", "A"));

        Assert.Equal((400, ("Batches are not answered; send one operation a request.", "BAD_REQUEST")), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task Files_beyond_the_limit_are_refused()
    {
        var reply = await SendAsync(ReadOne, """{"0":["variables.f"]}""", ("0", "a.csv", new string('x', (int)GraphQLServer.Options.MaxUploadBytes)));

        Assert.Equal((413, "PAYLOAD_TOO_LARGE"), (reply.Status, reply.Error.Code));
    }

    [Theory]
    [InlineData("\"0\"")]
    [InlineData("\"file:0\"")]
    [InlineData("{}")]
    public async Task Without_a_file_there_is_no_upload(string value)
    {
        var reply = await server.PostAsync($$$"""{"query":"mutation M($f: Upload!) { read(file: $f) { name } }","variables":{"f":{{{value}}}}}""");

        Assert.Equal((400, "VARIABLES_INVALID"), (reply.Status, reply.Error.Code));
        Assert.EndsWith("Upload values are files of a multipart request.", reply.Error.Message, StringComparison.Ordinal);
    }

    private async Task<Reply> SendAsync(string operations, string map, params (string Name, string FileName, string Text)[] files)
    {
        using var content = Multipart(
            [("operations", null, operations), ("map", null, map), .. files.Select(file => (file.Name, (string?)file.FileName, file.Text))]);
        return await SendAsync(content);
    }

    private Task<Reply> SendAsync(HttpContent content) =>
        server.SendAsync(HttpMethod.Post, "/nam-dinh/graphql", content, "application/graphql-response+json", ("GraphQL-Preflight", "1"));

    private static MultipartFormDataContent Multipart(params (string Name, string? FileName, string Text)[] parts)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, fileName, text) in parts)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            if (fileName is null)
            {
                content.Add(part, name);
                continue;
            }

            part.Headers.ContentType = new("text/csv");
            content.Add(part, name, fileName);
        }

        return content;
    }
}
