using System.Buffers;
using System.Text.Json;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.AspNetCore.Responses;

namespace Modular.GraphQL.AspNetCore.Requests;

/// <summary>Reads the JSON of a request. The document goes from JSON to UTF-8 bytes without becoming a string.</summary>
internal static class RequestJson
{
    /// <summary>Reads a request.</summary>
    /// <param name="json">The body.</param>
    /// <param name="maxDepth">How deep objects and lists may nest, the body's own object included.</param>
    public static RequestReading Read(ReadOnlySequence<byte> json, int maxDepth)
    {
        if (json.IsSingleSegment)
            return Read(json.FirstSpan, maxDepth);

        var length = checked((int)json.Length);
        var joined = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            json.CopyTo(joined);
            return Read(joined.AsSpan(0, length), maxDepth);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }

    private static RequestReading Read(ReadOnlySpan<byte> json, int maxDepth)
    {
        if (json.IsEmpty)
            return HttpProblem.BadRequest("The request has no body.");
        if (!JsonText.IsUnicode(json))
            return HttpProblem.BadRequest("The body holds a string that is not Unicode text.");

        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
            reader.Read();
            return ReadMembers(ref reader, json);
        }
        catch (JsonException exception)
        {
            return HttpProblem.BadRequest($"The body is not JSON: {exception.Message}");
        }
    }

    private static RequestReading ReadMembers(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
            return HttpProblem.BadRequest("Batches are not answered; send one operation a request.");
        if (reader.TokenType != JsonTokenType.StartObject)
            return HttpProblem.BadRequest("The body must be a JSON object.");

        byte[]? query = null;
        string? operationName = null, documentId = null, otherId = null;
        JsonElement variables = default, extensions = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var problem = reader switch
            {
                _ when reader.ValueTextEquals("query"u8) => ReadQuery(ref reader, ref query),
                _ when reader.ValueTextEquals("operationName"u8) => ReadText(ref reader, "operationName", ref operationName),
                _ when reader.ValueTextEquals("documentId"u8) => ReadText(ref reader, "documentId", ref documentId),
                _ when reader.ValueTextEquals("doc_id"u8) || reader.ValueTextEquals("id"u8) => ReadIfText(ref reader, ref otherId),
                _ when reader.ValueTextEquals("variables"u8) => ReadMap(ref reader, json, "variables", ref variables),
                _ when reader.ValueTextEquals("extensions"u8) => ReadMap(ref reader, json, "extensions", ref extensions),
                _ => SkipMember(ref reader),
            };
            if (problem is not null)
                return problem;
        }

        // What follows the object is an error of its own.
        reader.Read();
        // The other names, of Relay's examples and of older clients, may mean anything beside a document.
        documentId ??= query is null ? otherId : null;
        var request = new GraphQLRequest(query) { OperationName = operationName, DocumentId = documentId, Variables = variables, Extensions = extensions };
        return query is null && !DocumentIdentifier.IsIn(request) ? HttpProblem.BadRequest("The request has no \"query\".") : request;
    }

    private static HttpProblem? ReadQuery(ref Utf8JsonReader reader, ref byte[]? query)
    {
        if (query is not null)
            return GivenTwice("query");

        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
            return HttpProblem.BadRequest("\"query\" must be a string.");

        query = new byte[reader.ValueSpan.Length];
        var length = reader.CopyString(query);
        Array.Resize(ref query, length);
        return null;
    }

    private static HttpProblem? ReadText(ref Utf8JsonReader reader, string name, ref string? text)
    {
        if (text is not null)
            return GivenTwice(name);

        reader.Read();
        text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return reader.TokenType is JsonTokenType.String or JsonTokenType.Null
            ? null
            : HttpProblem.BadRequest($"\"{name}\" must be a string or null.");
    }

    private static HttpProblem? ReadIfText(ref Utf8JsonReader reader, ref string? text)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            text = reader.GetString();
        else
            reader.Skip();
        return null;
    }

    private static HttpProblem? ReadMap(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string name, ref JsonElement map)
    {
        if (map.ValueKind != JsonValueKind.Undefined)
            return GivenTwice(name);

        reader.Read();
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
            return HttpProblem.BadRequest($"\"{name}\" must be an object or null.");

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        map = JsonText.Parse(json[start..(int)reader.BytesConsumed], reader.CurrentState.Options.MaxDepth);
        return null;
    }

    // Whoever looks at requests on their way, such as a firewall, might go by the other one.
    private static HttpProblem GivenTwice(string name) => HttpProblem.BadRequest($"\"{name}\" is given twice.");

    private static HttpProblem? SkipMember(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return null;
    }
}
