using System.Text;
using System.Text.Json;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.AspNetCore.Documents;

/// <summary>Reads a manifest of trusted documents.</summary>
internal static class DocumentManifest
{
    private const string ApolloFormat = "apollo-persisted-query-manifest";

    /// <summary>The documents of a manifest by their canonical identifiers; those with which something is wrong are reported and left out.</summary>
    public static IReadOnlyList<(string Identifier, ReadOnlyMemory<byte> Document)> Read(byte[] json, Action<string> report)
    {
        var documents = new List<(string, ReadOnlyMemory<byte>)>();
        foreach (var (identifier, text) in ReadEntries(json, report))
        {
            if (identifier is not { Length: > 0 and <= DocumentIdentifier.MaxLength })
            {
                report($"An identifier must have between 1 and {DocumentIdentifier.MaxLength} characters.");
                continue;
            }

            var canonical = DocumentIdentifier.Canonical(identifier);
            var document = Encoding.UTF8.GetBytes(text);
            if (WhatIsWrong(identifier, canonical, document) is { } problem)
                report(problem);
            else
                documents.Add((canonical, document));
        }

        return documents;
    }

    private static string? WhatIsWrong(string identifier, string canonical, byte[] document)
    {
        if (!Parser.TryParse(new Source(document), ParserOptions.Default, out var syntax, out var error))
            return $"The document \"{identifier}\" cannot be read: {error}";
        if (!syntax.Definitions.Any(definition => definition is OperationDefinition))
            return $"The document \"{identifier}\" holds no operation.";
        // Only the prefix claims that the identifier is a hash; tools may make identifiers of 64 digits in another way.
        return canonical != identifier && DocumentIdentifier.HashOf(document) != canonical
            ? $"The identifier \"{identifier}\" is not the SHA-256 hash of its document."
            : null;
    }

    private static List<(string Identifier, string Document)> ReadEntries(byte[] json, Action<string> report)
    {
        try
        {
            using var manifest = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return (manifest.RootElement.ValueKind == JsonValueKind.Object ? EntriesOf(manifest.RootElement) : null) ?? NoManifest(report);
        }
        catch (JsonException exception)
        {
            report($"It is not JSON: {exception.Message}");
            return [];
        }
    }

    private static List<(string Identifier, string Document)>? EntriesOf(JsonElement manifest) =>
        manifest.TryGetProperty("format", out var format) && manifest.TryGetProperty("operations", out var operations)
            ? IsText(format, ApolloFormat) && IsOne(manifest) ? ApolloEntriesOf(operations) : null
            : MapEntriesOf(manifest);

    private static List<(string Identifier, string Document)>? ApolloEntriesOf(JsonElement operations)
    {
        if (operations.ValueKind != JsonValueKind.Array)
            return null;

        var entries = new List<(string, string)>();
        foreach (var operation in operations.EnumerateArray())
        {
            if (operation.ValueKind != JsonValueKind.Object || TextOf(operation, "id") is not { } id || TextOf(operation, "body") is not { } body)
                return null;
            entries.Add((id, body));
        }

        return entries;
    }

    private static List<(string Identifier, string Document)>? MapEntriesOf(JsonElement map) =>
        map.EnumerateObject().All(entry => entry.Value.ValueKind == JsonValueKind.String)
            ? [.. map.EnumerateObject().Select(entry => (entry.Name, entry.Value.GetString()!))]
            : null;

    private static List<(string Identifier, string Document)> NoManifest(Action<string> report)
    {
        report($"It is neither a map from identifiers to documents nor a manifest of the format {ApolloFormat}, version 1.");
        return [];
    }

    private static bool IsOne(JsonElement manifest) =>
        manifest.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1;

    private static bool IsText(JsonElement element, string text) => element.ValueKind == JsonValueKind.String && element.ValueEquals(text);

    private static string? TextOf(JsonElement operation, string name) =>
        operation.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
