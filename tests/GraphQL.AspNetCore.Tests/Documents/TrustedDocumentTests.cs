using System.Security.Cryptography;
using System.Text;
using Modular.GraphQL.AspNetCore.Documents;

namespace Modular.GraphQL.AspNetCore.Tests.Documents;

/// <summary>Documents that the host was given, in the manifests that clients' build tools write.</summary>
public sealed class TrustedDocumentTests : IClassFixture<GraphQLServer>, IDisposable
{
    private const string Greeting = "query Greeting($n: String) { greeting(name: $n) }";

    private readonly GraphQLServer server;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modular-documents-");

    public TrustedDocumentTests(GraphQLServer server)
    {
        this.server = server;
        Write("relay/persisted_queries.json", $$$"""{"0123456789abcdef0123456789abcdef": "{{{Greeting}}}", "x-app:rename": "mutation { rename(name: \"x\") }"}""");
        Write("apollo.json", $$"""
            {
              "format": "apollo-persisted-query-manifest",
              "version": 1,
              "operations": [{ "id": "{{HashOf("{ province }")}}", "name": "Province", "type": "query", "body": "{ province }" }]
            }
            """);
        server.Documents.Trusted = TrustedDocuments.Load(folder.FullName);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("documentId")]
    [InlineData("doc_id")]
    [InlineData("id")]
    public async Task A_document_of_Relays_manifest_is_executed_by_its_identifier(string member)
    {
        var post = await server.PostAsync($$$"""{"{{{member}}}":"0123456789abcdef0123456789abcdef","variables":{"n":"Relay"}}""");
        var get = await server.GetAsync($"/nam-dinh/graphql?{member}=0123456789abcdef0123456789abcdef&variables={Uri.EscapeDataString("""{"n":"Relay"}""")}");

        Assert.Equal((200, """{"data":{"greeting":"Hello, Relay!"}}"""), (post.Status, post.Body));
        Assert.Equal((post.Status, post.Body), (get.Status, get.Body));
    }

    [Fact]
    public async Task A_document_of_Apollos_manifest_is_executed_by_its_hash_however_it_is_written()
    {
        var hash = HashOf("{ province }");
        string[] requests =
        [
            $$"""{"documentId":"{{hash}}"}""",
            $$"""{"documentId":"sha256:{{hash}}"}""",
            $$$"""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"} } }""",
        ];

        var replies = await Task.WhenAll(requests.Select(request => server.PostAsync(request)));

        Assert.All(replies, reply => Assert.Equal((200, """{"data":{"province":"nam-dinh"}}"""), (reply.Status, reply.Body)));
    }

    [Fact]
    public async Task A_trusted_mutation_is_not_executed_by_GET()
    {
        var reply = await server.GetAsync("/nam-dinh/graphql?documentId=x-app:rename");

        Assert.Equal((405, "OPERATION_NOT_ALLOWED"), (reply.Status, reply.Error.Code));
    }

    [Theory]
    [InlineData("""{"documentId":"unknown"}""", "PERSISTED_QUERY_NOT_FOUND")]
    [InlineData("""{"documentId":"unknown","query":"{ province }"}""", "PERSISTED_QUERY_NOT_FOUND")]
    [InlineData("""{"documentId":"x-app:rename","query":"{ province }"}""", "PERSISTED_QUERY_HASH_MISMATCH")]
    [InlineData("""{"documentId":""}""", "BAD_REQUEST")]
    [InlineData("""{"documentId":1}""", "BAD_REQUEST")]
    [InlineData("""{"documentId":null}""", "BAD_REQUEST")]
    public async Task What_is_wrong_with_an_identifier_is_told(string request, string code)
    {
        var reply = await server.PostAsync(request);

        Assert.Equal((400, code), (reply.Status, reply.Error.Code));
    }

    [Fact]
    public async Task Where_only_trusted_documents_are_executed_nothing_else_is()
    {
        var hash = HashOf("{ greeting }");
        var extension = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""";

        Assert.Equal((200, """{"data":{"province":"nam-dinh"}}"""), await TrustedOnlyAsync($$"""{"documentId":"{{HashOf("{ province }")}}"}""") is var trusted ? (trusted.Status, trusted.Body) : default);
        Assert.Equal("PERSISTED_QUERY_ID_REQUIRED", (await TrustedOnlyAsync("""{"query":"{ greeting }"}""")).Error.Code);
        Assert.Equal("PERSISTED_QUERY_ID_REQUIRED", (await TrustedOnlyAsync("""{"query":"{ province }"}""")).Error.Code);
        Assert.Equal("PERSISTED_QUERY_ID_REQUIRED", (await TrustedOnlyAsync("""{"query":"{ __schema { queryType { name } } }"}""")).Error.Code);
        Assert.Equal("PERSISTED_QUERY_NOT_IN_LIST", (await TrustedOnlyAsync($$$"""{"extensions":{{{extension}}}}""")).Error.Code);
        Assert.Equal("PERSISTED_QUERY_NOT_IN_LIST", (await TrustedOnlyAsync($$$"""{"query":"{ greeting }","extensions":{{{extension}}}}""")).Error.Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await server.PostAsync($$$"""{"extensions":{{{extension}}}}""")).Error.Code);
    }

    [Fact]
    public void Everything_that_is_wrong_with_manifests_is_told_at_once()
    {
        Write("a.json", "not JSON");
        Write("b.json", """["a"]""");
        Write("c.json", """{"one": 1}""");
        Write("d.json", """{"format": "apollo-persisted-query-manifest", "version": 2, "operations": []}""");
        Write("e.json", """{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": "x"}]}""");
        Write("f.json", """{"broken": "{ a", "none": "fragment F on Query { a }", "": "{ a }"}""");
        Write("g.json", """{"x-app:rename": "{ province }", "sha256:0000000000000000000000000000000000000000000000000000000000000000": "{ a }"}""");
        Write("h.json", """{"twice": "{ a }", "twice": "{ b }"}""");

        var problems = Assert.Throws<TrustedDocumentsException>(() => TrustedDocuments.Load(folder.FullName)).Problems;

        const string NoManifest = "It is neither a map from identifiers to documents nor a manifest of the format apollo-persisted-query-manifest, version 1.";
        Assert.Collection(
            problems,
            problem => Assert.StartsWith("a.json: It is not JSON: ", problem, StringComparison.Ordinal),
            problem => Assert.Equal($"b.json: {NoManifest}", problem),
            problem => Assert.Equal($"c.json: {NoManifest}", problem),
            problem => Assert.Equal($"d.json: {NoManifest}", problem),
            problem => Assert.Equal($"e.json: {NoManifest}", problem),
            problem => Assert.Equal("f.json: The document \"broken\" cannot be read: Syntax Error: Expected Name, found <EOF>. (1:4)", problem),
            problem => Assert.Equal("f.json: The document \"none\" holds no operation.", problem),
            problem => Assert.Equal("f.json: An identifier must have between 1 and 256 characters.", problem),
            problem => Assert.Equal(
                "g.json: The identifier \"sha256:0000000000000000000000000000000000000000000000000000000000000000\" is not the SHA-256 hash of its document.", problem),
            problem => Assert.StartsWith("h.json: It is not JSON: ", problem, StringComparison.Ordinal),
            problem => Assert.Equal("relay/persisted_queries.json: The document \"x-app:rename\" differs from the one of that identifier in g.json.", problem));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_told()
    {
        var missing = Path.Combine(folder.FullName, "missing");

        Assert.Equal([$"The folder {missing} does not exist."], Assert.Throws<TrustedDocumentsException>(() => TrustedDocuments.Load(missing)).Problems);
    }

    private async Task<Reply> TrustedOnlyAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await server.SendAsync(HttpMethod.Post, "/nam-dinh/graphql", content, "application/graphql-response+json", ("Trusted-Only", "1"));
    }

    private void Write(string name, string json)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, json);
    }

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
