using System.Security.Cryptography;
using System.Text.Json;

namespace Modular.GraphQL.AspNetCore.Documents;

/// <summary>How requests name persisted documents: by <c>documentId</c> (GraphQL-over-HTTP draft, appendix A) or by the extension
/// <c>persistedQuery</c> of Apollo's clients.</summary>
internal static class DocumentIdentifier
{
    public const int MaxLength = 256;

    private const string HashPrefix = "sha256:";
    private const int HashLength = 64;

    /// <summary>Whether a request names a document in either way.</summary>
    public static bool IsIn(GraphQLRequest request) => request.DocumentId is not null || ExtensionOf(request) is not null;

    /// <summary>The same identifier for both ways of writing a hash: without the prefix.</summary>
    public static string Canonical(string identifier) =>
        identifier.StartsWith(HashPrefix, StringComparison.Ordinal) && IsHash(identifier[HashPrefix.Length..])
            ? identifier[HashPrefix.Length..]
            : identifier;

    /// <summary>Whether a canonical identifier is the hash of its document.</summary>
    public static bool IsHash(string identifier) => identifier.Length == HashLength && identifier.All(char.IsAsciiHexDigitLower);

    /// <summary>The identifier of a document by its content.</summary>
    public static string HashOf(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    /// <summary>What Apollo's clients say of the document; absent where they say nothing.</summary>
    public static JsonElement? ExtensionOf(GraphQLRequest request) =>
        request.Extensions.ValueKind == JsonValueKind.Object
        && request.Extensions.TryGetProperty("persistedQuery", out var extension)
        && extension.ValueKind != JsonValueKind.Null
            ? extension
            : null;

    /// <summary>The hash that the extension names; absent where it is none of version 1.</summary>
    public static string? HashIn(JsonElement extension) =>
        extension.ValueKind == JsonValueKind.Object
        && extension.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1
        && extension.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String && IsHash(hash.GetString()!)
            ? hash.GetString()
            : null;
}
