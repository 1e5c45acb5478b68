using Microsoft.AspNetCore.Http;
using Modular.GraphQL.AspNetCore.Responses;

namespace Modular.GraphQL.AspNetCore.Documents;

/// <summary>Why a request that names a document, or should, is not executed. Messages and codes that clients act upon are those of Apollo's
/// servers.</summary>
internal static class DocumentProblems
{
    /// <summary>Clients send the document along next.</summary>
    public static readonly HttpProblem NotFound = Of("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");

    /// <summary>Clients send documents without identifiers from now on.</summary>
    public static readonly HttpProblem NotSupported = Of("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");

    public static readonly HttpProblem HashDiffers = Of("PERSISTED_QUERY_HASH_MISMATCH", "The identifier is not the SHA-256 hash of the document.");

    public static readonly HttpProblem TextDiffers = Of("PERSISTED_QUERY_HASH_MISMATCH", "The document is not the one of this identifier.");

    public static readonly HttpProblem TwoIdentifiers = Of("BAD_REQUEST", "The request names two different documents.");

    public static readonly HttpProblem MalformedIdentifier = Of(
        "BAD_REQUEST", $"\"documentId\" must have between 1 and {DocumentIdentifier.MaxLength} characters.");

    public static readonly HttpProblem MalformedExtension = Of(
        "BAD_REQUEST", "\"extensions.persistedQuery\" must be {\"version\": 1, \"sha256Hash\": \"64 hexadecimal digits in lower case\"}.");

    public static readonly HttpProblem NotTrusted = Of("PERSISTED_QUERY_NOT_IN_LIST", "Only trusted documents are executed here; there is none of this identifier.");

    public static readonly HttpProblem IdentifierRequired = Of(
        "PERSISTED_QUERY_ID_REQUIRED", "Only trusted documents are executed here; name one by \"documentId\".");

    public static readonly HttpProblem NoPreflight = new(
        StatusCodes.Status400BadRequest,
        "PREFLIGHT_REQUIRED",
        "A GET request that registers a document must carry the header GraphQL-Preflight, which no foreign page can send without the browser asking first.");

    private static HttpProblem Of(string code, string message) =>
        new(StatusCodes.Status400BadRequest, code, message) { IsOfWellFormedRequest = true };
}
