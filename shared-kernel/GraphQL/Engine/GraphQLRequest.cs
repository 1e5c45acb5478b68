using System.Text;
using System.Text.Json;

namespace Modular.GraphQL;

/// <summary>A request as GraphQL-over-HTTP describes it.</summary>
public sealed record GraphQLRequest
{
    /// <summary>Makes a request of a document as UTF-8. The bytes must stay unchanged until the request is answered.</summary>
    public GraphQLRequest(ReadOnlyMemory<byte> query) => Query = query;

    /// <summary>Makes a request of a document as text.</summary>
    public GraphQLRequest(string query)
        : this(Encoding.UTF8.GetBytes(query))
    {
    }

    /// <summary>The document as UTF-8. Empty as long as only <see cref="DocumentId"/> tells which one is meant.</summary>
    public ReadOnlyMemory<byte> Query { get; init; }

    /// <summary>
    /// The identifier of a persisted document that <see cref="Query"/> is, or stands for. The engine does not look at it: whoever reads requests
    /// puts the document in its place.
    /// </summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document to execute; may be left out when there is only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables: a JSON object, null or undefined.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>
    /// What the client says beyond the specification. <c>{"cost": true}</c> asks for the operation's cost in the <c>extensions</c> of the response.
    /// </summary>
    public JsonElement Extensions { get; init; }

    /// <summary>Whether only queries may be executed, as by GET.</summary>
    public bool QueriesOnly { get; init; }

    internal bool AsksForCost
        => Extensions.ValueKind == JsonValueKind.Object && Extensions.TryGetProperty("cost", out var asked) && asked.ValueKind == JsonValueKind.True;
}
