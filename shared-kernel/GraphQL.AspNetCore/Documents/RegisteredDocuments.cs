using System.Collections.Concurrent;

namespace Modular.GraphQL.AspNetCore.Documents;

/// <summary>The documents that clients registered by themselves (automatic persisted queries), each for its own client alone: that a hash is
/// known would otherwise tell what others ask.</summary>
internal sealed class RegisteredDocuments(PersistedDocumentOptions options)
{
    private readonly ConcurrentDictionary<string, TenantDocuments> tenants = new(StringComparer.Ordinal);

    public bool TryFind(DocumentShelf shelf, string hash, out ReadOnlyMemory<byte> document)
    {
        document = default;
        return tenants.TryGetValue(shelf.Tenant, out var documents) && documents.TryFind(shelf.Client, hash, out document);
    }

    /// <summary>Keeps a document, a copy of whose bytes is made.</summary>
    public void Add(DocumentShelf shelf, string hash, ReadOnlyMemory<byte> document)
    {
        if (document.Length <= options.MaxDocumentBytes)
            tenants.GetOrAdd(shelf.Tenant, _ => new TenantDocuments(options)).Add(shelf.Client, hash, document);
    }
}
