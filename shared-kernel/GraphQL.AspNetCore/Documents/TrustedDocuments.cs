using System.Collections.Frozen;

namespace Modular.GraphQL.AspNetCore.Documents;

/// <summary>The documents that clients were built with, as their build tools wrote them into manifests. Immutable.</summary>
public sealed class TrustedDocuments
{
    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> documents;

    private TrustedDocuments(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> documents) =>
        this.documents = documents.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>No document at all.</summary>
    public static TrustedDocuments None { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => documents.Count;

    /// <summary>Every document with its identifier, a hash without the prefix <c>sha256:</c>.</summary>
    public IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> All => documents;

    /// <summary>Reads all manifests of a folder and the folders in it: every file whose name ends with <c>.json</c> is one, either a map
    /// from identifiers to documents, as Relay's compiler and GraphQL Code Generator write it, or a manifest of the format
    /// <c>apollo-persisted-query-manifest</c>, version 1.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="TrustedDocumentsException">Something is wrong with a manifest; everything that is wrong is told at once.</exception>
    public static TrustedDocuments Load(string folder)
    {
        var problems = new List<string>();
        if (!Directory.Exists(folder))
            throw new TrustedDocumentsException([$"The folder {folder} does not exist."]);

        var found = new Dictionary<string, (ReadOnlyMemory<byte> Document, string File)>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file);
            foreach (var (identifier, document) in DocumentManifest.Read(File.ReadAllBytes(file), problem => problems.Add($"{name}: {problem}")))
            {
                if (!found.TryAdd(identifier, (document, name)) && !found[identifier].Document.Span.SequenceEqual(document.Span))
                    problems.Add($"{name}: The document \"{identifier}\" differs from the one of that identifier in {found[identifier].File}.");
            }
        }

        return problems.Count == 0
            ? new TrustedDocuments(found.Select(each => KeyValuePair.Create(each.Key, each.Value.Document)))
            : throw new TrustedDocumentsException(problems);
    }

    /// <summary>The document of a canonical identifier.</summary>
    internal bool TryFind(string identifier, out ReadOnlyMemory<byte> document) => documents.TryGetValue(identifier, out document);
}
