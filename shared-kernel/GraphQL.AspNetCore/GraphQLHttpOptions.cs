using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.AspNetCore.Streams;

namespace Modular.GraphQL.AspNetCore;

/// <summary>What the endpoint takes in and shows.</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>The largest JSON body or WebSocket message in bytes; in multipart requests the largest <c>operations</c> and <c>map</c> part.</summary>
    public int MaxRequestBytes { get; init; } = 1024 * 1024;

    /// <summary>How deep the JSON of a request may nest, its own object included; so variables, one level less.</summary>
    public int MaxJsonDepth { get; init; } = 64;

    /// <summary>The largest response in bytes. It is held back until its status is known, and takes that much memory.</summary>
    public long MaxResponseBytes { get; init; } = 16L * 1024 * 1024;

    /// <summary>Whether files may be uploaded by multipart requests.</summary>
    public bool AllowUploads { get; init; } = true;

    /// <summary>The largest multipart request in bytes, all its files taken together.</summary>
    public long MaxUploadBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>How many files a multipart request may bring.</summary>
    public int MaxUploadedFiles { get; init; } = 20;

    /// <summary>The persisted documents of the address. Addresses that share them share the documents that clients registered.</summary>
    public PersistedDocuments Documents { get; init; } = new();

    /// <summary>The limits and habits of server-sent events and WebSocket connections.</summary>
    public GraphQLStreamOptions Streams { get; init; } = new();

    /// <summary>Whether browsers that open the address are shown GraphiQL.</summary>
    public bool ShowGraphiQL { get; init; } = true;
}
