using System.Buffers;
using System.Text.Json;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.AspNetCore.Responses;

namespace Modular.GraphQL.AspNetCore.Requests;

/// <summary>Reads the JSON of a request. The document goes from JSON to UTF-8 bytes without becoming a string.</summary>
internal static class RequestJson
{
    public static RequestReading Read(ReadOnlySequence<byte> json)
    {
        if (json.IsEmpty)
            return HttpProblem.BadRequest("The request has no body.");

        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            return ReadMembers(ref reader);
        }
        catch (JsonException exception)
        {
            return HttpProblem.BadRequest($"The body is not JSON: {exception.Message}");
        }
        catch (InvalidOperationException)
        {
            // The reader found a string that is no Unicode text: wrong UTF-8, or half of a surrogate pair.
            return HttpProblem.BadRequest("The body holds a string that is not Unicode text.");
        }
    }

    private static RequestReading ReadMembers(ref Utf8JsonReader reader)
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
                _ when reader.ValueTextEquals("query"u8) => ReadQuery(ref reader, out query),
                _ when reader.ValueTextEquals("operationName"u8) => ReadText(ref reader, "operationName", out operationName),
                _ when reader.ValueTextEquals("documentId"u8) => ReadText(ref reader, "documentId", out documentId),
                _ when reader.ValueTextEquals("doc_id"u8) || reader.ValueTextEquals("id"u8) => ReadIfText(ref reader, ref otherId),
                _ when reader.ValueTextEquals("variables"u8) => ReadMap(ref reader, "variables", out variables),
                _ when reader.ValueTextEquals("extensions"u8) => ReadMap(ref reader, "extensions", out extensions),
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

    private static HttpProblem? ReadQuery(ref Utf8JsonReader reader, out byte[]? query)
    {
        query = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
            return HttpProblem.BadRequest("\"query\" must be a string.");

        var longest = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        query = new byte[longest];
        var length = reader.CopyString(query);
        Array.Resize(ref query, length);
        return null;
    }

    private static HttpProblem? ReadText(ref Utf8JsonReader reader, string name, out string? text)
    {
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

    private static HttpProblem? ReadMap(ref Utf8JsonReader reader, string name, out JsonElement map)
    {
        map = default;
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
            return HttpProblem.BadRequest($"\"{name}\" must be an object or null.");

        map = JsonElement.ParseValue(ref reader);
        return null;
    }

    private static HttpProblem? SkipMember(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return null;
    }
}
