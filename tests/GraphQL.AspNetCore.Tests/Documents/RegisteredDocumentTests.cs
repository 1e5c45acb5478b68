using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Modular.GraphQL.AspNetCore.Tests.Documents;

/// <summary>Documents that clients register by themselves, as Apollo's clients do (automatic persisted queries).</summary>
public sealed class RegisteredDocumentTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string NotFound = """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""";

    [Fact]
    public async Task A_document_is_asked_for_once_and_its_hash_suffices_from_then_on()
    {
        const string Query = "query Once($n: String) { greeting(name: $n) }";

        var unknown = await PostAsync("once", Query, withText: false);
        var registered = await PostAsync("once", Query, withText: true, variables: """{"n":"a"}""");
        var known = await PostAsync("once", Query, withText: false, variables: """{"n":"b"}""");

        Assert.Equal((400, NotFound), (unknown.Status, unknown.Body));
        Assert.Equal((200, """{"data":{"greeting":"Hello, a!"}}"""), (registered.Status, registered.Body));
        Assert.Equal((200, """{"data":{"greeting":"Hello, b!"}}"""), (known.Status, known.Body));
    }

    [Fact]
    public async Task In_plain_json_an_unknown_hash_is_answered_with_200_as_older_clients_expect()
    {
        var unknown = await PostAsync("plain", "{ province }", withText: false, accept: "application/json");

        Assert.Equal((200, NotFound), (unknown.Status, unknown.Body));
    }

    [Fact]
    public async Task What_one_client_registered_is_unknown_to_another_and_in_another_province()
    {
        const string Query = "{ greeting(name: \"Nguyễn Văn A\") }";
        await PostAsync("first", Query, withText: true);

        Assert.Equal(200, (await PostAsync("first", Query, withText: false)).Status);
        Assert.Equal(NotFound, (await PostAsync("second", Query, withText: false)).Body);
        Assert.Equal(NotFound, (await PostAsync("first", Query, withText: false, province: "ninh-thuan")).Body);
    }

    [Theory]
    [InlineData("{ nowhere }", "VALIDATION_FAILED")]
    [InlineData("{ province", "SYNTAX_ERROR")]
    [InlineData("query A { province } query B { province }", "OPERATION_NOT_FOUND")]
    public async Task A_document_that_cannot_be_executed_is_not_kept(string query, string code)
    {
        var refused = await PostAsync("invalid", query, withText: true);

        Assert.Equal((400, code), (refused.Status, refused.Error.Code));
        Assert.Equal(NotFound, (await PostAsync("invalid", query, withText: false)).Body);
    }

    [Fact]
    public async Task A_document_whose_hash_is_another_is_refused()
    {
        var reply = await SendAsync("other", new JsonObject { ["query"] = "{ province }", ["extensions"] = Extension("{ greeting }") });

        Assert.Equal(
            (400, ("The identifier is not the SHA-256 hash of the document.", "PERSISTED_QUERY_HASH_MISMATCH")), (reply.Status, reply.Error));
    }

    [Theory]
    [InlineData("""{"version":2,"sha256Hash":"ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"}""")]
    [InlineData("""{"version":"1","sha256Hash":"ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"}""")]
    [InlineData("""{"version":1,"sha256Hash":"ECF4EDB46DB40B5132295C0291D62FB65D6759A9EEDFA4D5D612DD5EC54A6B38"}""")]
    [InlineData("""{"version":1,"sha256Hash":"abc"}""")]
    [InlineData("""{"version":1,"sha256Hash":null}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("{}")]
    [InlineData("1")]
    public async Task A_malformed_extension_is_told(string extension)
    {
        var reply = await SendAsync("malformed", new JsonObject { ["extensions"] = new JsonObject { ["persistedQuery"] = JsonNode.Parse(extension) } });

        Assert.Equal((400, "BAD_REQUEST"), (reply.Status, reply.Error.Code));
        Assert.StartsWith("\"extensions.persistedQuery\" must be", reply.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hash_may_stand_in_documentId_as_the_draft_says()
    {
        const string Query = "{ province greeting }";
        var identifier = "sha256:" + HashOf(Query);

        var registered = await SendAsync("draft", new JsonObject { ["query"] = Query, ["documentId"] = identifier });
        var known = await SendAsync("draft", new JsonObject { ["documentId"] = identifier });

        Assert.Equal((200, registered.Body), (known.Status, known.Body));
    }

    [Fact]
    public async Task Two_identifiers_of_different_documents_are_refused()
    {
        var reply = await SendAsync("two", new JsonObject { ["documentId"] = "sha256:" + HashOf("{ a }"), ["extensions"] = Extension("{ b }") });

        Assert.Equal((400, ("The request names two different documents.", "BAD_REQUEST")), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task By_GET_a_known_document_is_answered_and_only_a_request_that_no_foreign_page_sends_registers_one()
    {
        const string Query = "{ greeting(name: \"GET\") }";
        var extensions = "extensions=" + Uri.EscapeDataString(Extension(Query).ToJsonString());
        var withText = $"query={Uri.EscapeDataString(Query)}&{extensions}";

        Assert.Equal("PREFLIGHT_REQUIRED", (await GetAsync(withText)).Error.Code);
        Assert.Equal("PREFLIGHT_REQUIRED", (await GetAsync(withText, ("Authorization", "Basic QWxhZGRpbjpvcGVu"))).Error.Code);
        Assert.Equal(NotFound, (await GetAsync(extensions)).Body);
        Assert.Equal(200, (await GetAsync(withText, ("Apollo-Require-Preflight", "true"))).Status);
        Assert.Equal((200, """{"data":{"greeting":"Hello, GET!"}}"""), await GetAsync(extensions) is var known ? (known.Status, known.Body) : default);
    }

    [Fact]
    public async Task By_GET_a_request_with_a_token_registers_a_document()
    {
        const string Query = "{ greeting(name: \"token\") }";
        var extensions = "extensions=" + Uri.EscapeDataString(Extension(Query).ToJsonString());

        var registered = await GetAsync($"query={Uri.EscapeDataString(Query)}&{extensions}", ("Authorization", "Bearer token"));

        Assert.Equal((200, registered.Body), await GetAsync(extensions) is var known ? (known.Status, known.Body) : default);
    }

    [Fact]
    public async Task By_GET_a_registered_mutation_is_not_executed()
    {
        const string Mutation = "mutation { rename(name: \"x\") }";
        Assert.Equal(200, (await PostAsync("", Mutation, withText: true)).Status);

        var reply = await GetAsync("extensions=" + Uri.EscapeDataString(Extension(Mutation).ToJsonString()));

        Assert.Equal((405, "POST", "OPERATION_NOT_ALLOWED"), (reply.Status, reply.Allow, reply.Error.Code));
    }

    [Fact]
    public async Task A_client_keeps_its_latest_documents_alone()
    {
        string[] queries = ["{ a: province }", "{ b: province }", "{ c: province }"];
        foreach (var query in queries)
            await PostAsync("many", query, withText: true);
        await PostAsync("many", queries[0], withText: false);

        await PostAsync("many", "{ d: province }", withText: true);

        Assert.Equal(NotFound, (await PostAsync("many", queries[1], withText: false)).Body);
        Assert.Equal(200, (await PostAsync("many", queries[0], withText: false)).Status);
        Assert.Equal(200, (await PostAsync("many", queries[2], withText: false)).Status);
    }

    [Fact]
    public async Task A_province_keeps_no_more_bytes_than_it_may()
    {
        string[] queries = [.. Enumerable.Range(0, 4).Select(number => $"{{ greeting(name: \"{new string((char)('a' + number), 700)}\") }}")];
        foreach (var (number, query) in queries.Index())
            await PostAsync($"large-{number}", query, withText: true, province: "ninh-thuan");

        Assert.Equal(
            [NotFound, NotFound],
            await Task.WhenAll(queries.Take(2).Select(async (query, number) => (await PostAsync($"large-{number}", query, withText: false, province: "ninh-thuan")).Body)));
        Assert.Equal(200, (await PostAsync("large-3", queries[3], withText: false, province: "ninh-thuan")).Status);
    }

    [Fact]
    public async Task A_document_that_is_too_large_is_executed_and_not_kept()
    {
        var query = $"{{ greeting(name: \"{new string('x', 1100)}\") }}";

        Assert.Equal(200, (await PostAsync("huge", query, withText: true)).Status);
        Assert.Equal(NotFound, (await PostAsync("huge", query, withText: false)).Body);
    }

    [Fact]
    public async Task Where_nothing_is_registered_clients_are_told_to_send_documents()
    {
        (string, string) nothing = ("No-Registering", "1");
        var unknown = await SendAsync("closed", new JsonObject { ["extensions"] = Extension("{ province }") }, headers: nothing);
        var executed = await SendAsync("closed", new JsonObject { ["query"] = "{ province }", ["extensions"] = Extension("{ province }") }, headers: nothing);

        Assert.Equal((400, ("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED")), (unknown.Status, unknown.Error));
        Assert.Equal((200, """{"data":{"province":"nam-dinh"}}"""), (executed.Status, executed.Body));
    }

    [Fact]
    public async Task An_id_beside_a_document_means_nothing()
    {
        var reply = await server.PostAsync("""{"id":1,"doc_id":"x","query":"{ province }"}""");

        Assert.Equal((200, """{"data":{"province":"nam-dinh"}}"""), (reply.Status, reply.Body));
    }

    private Task<Reply> PostAsync(
        string client, string query, bool withText, string? variables = null, string province = "nam-dinh", string accept = "application/graphql-response+json")
    {
        var request = new JsonObject { ["extensions"] = Extension(query) };
        if (withText)
            request["query"] = query;
        if (variables is not null)
            request["variables"] = JsonNode.Parse(variables);
        return SendAsync(client, request, province, accept);
    }

    private async Task<Reply> SendAsync(
        string client, JsonObject request, string province = "nam-dinh", string accept = "application/graphql-response+json", params (string Name, string Value)[] headers)
    {
        using var content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json");
        return await server.SendAsync(HttpMethod.Post, $"/{province}/graphql", content, accept, [("Client", client), .. headers]);
    }

    private Task<Reply> GetAsync(string parameters, params (string Name, string Value)[] headers) =>
        server.SendAsync(HttpMethod.Get, "/nam-dinh/graphql?" + parameters, null, "application/graphql-response+json", headers);

    private static JsonObject Extension(string query) =>
        new() { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = HashOf(query) } };

    private static string HashOf(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));
}
