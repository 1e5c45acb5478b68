namespace Modular.GraphQL.AspNetCore.Documents;

/// <summary>How much is kept of what clients register. What goes beyond is forgotten, the longest unused first, and registered anew by its
/// client at the price of one more request.</summary>
public sealed record PersistedDocumentOptions
{
    /// <summary>How many bytes of documents are kept for a tenant; a document that several clients registered counts once.</summary>
    public long MaxBytesPerTenant { get; init; } = 8 * 1024 * 1024;

    /// <summary>How many registrations are kept for a tenant.</summary>
    public int MaxRegistrationsPerTenant { get; init; } = 100_000;

    /// <summary>How many registrations are kept for one client of a tenant.</summary>
    public int MaxRegistrationsPerClient { get; init; } = 200;

    /// <summary>The largest document in bytes that is kept; a larger one is executed and not kept. With the number of registrations it bounds
    /// what one client can take of its tenant's room.</summary>
    public int MaxDocumentBytes { get; init; } = 64 * 1024;
}
