using Modular.GraphQL.AspNetCore.Requests;
using Modular.GraphQL.AspNetCore.Responses;

namespace Modular.GraphQL.AspNetCore.Documents;

/// <summary>The documents that requests may name instead of bringing them: trusted ones, which the host was given, and those that clients
/// registered by themselves.</summary>
/// <param name="options">How much is kept of what clients register; defaults if absent.</param>
public sealed class PersistedDocuments(PersistedDocumentOptions? options = null)
{
    private readonly RegisteredDocuments registered = new(options ?? new PersistedDocumentOptions());
    private volatile TrustedDocuments trusted = TrustedDocuments.None;

    /// <summary>The trusted documents. They may be exchanged while requests are served.</summary>
    public TrustedDocuments Trusted
    {
        get => trusted;
        set => trusted = value;
    }

    /// <summary>Puts the document into a request that names one, keeps it where a client registers it, and refuses what may not be
    /// executed.</summary>
    /// <param name="engine">Tells whether a document is worth keeping.</param>
    /// <param name="target">What the request is executed against.</param>
    /// <param name="request">The request as it was read.</param>
    /// <param name="mayKeep">Whether the request is one that no foreign page can send at will; only such a one changes what is kept.</param>
    internal RequestReading PutDocument(GraphQLEngine engine, GraphQLTarget target, GraphQLRequest request, bool mayKeep)
    {
        if (ReadIdentifier(request, out var identifier) is { } malformed)
            return malformed;
        var scope = target.Documents;
        if (identifier is null)
            return scope.TrustedOnly ? DocumentProblems.IdentifierRequired : request;
        if (trusted.TryFind(identifier, out var document))
        {
            return request.Query.IsEmpty || request.Query.Span.SequenceEqual(document.Span)
                ? request with { Query = document }
                : DocumentProblems.TextDiffers;
        }

        if (scope.TrustedOnly)
            return DocumentProblems.NotTrusted;
        return request.Query.IsEmpty ? Recall(scope, request, identifier) : Register(engine, target, request, identifier, mayKeep);
    }

    private static HttpProblem? ReadIdentifier(GraphQLRequest request, out string? identifier)
    {
        identifier = request.DocumentId is { } given ? DocumentIdentifier.Canonical(given) : null;
        if (identifier is { Length: 0 or > DocumentIdentifier.MaxLength })
            return DocumentProblems.MalformedIdentifier;
        if (DocumentIdentifier.ExtensionOf(request) is not { } extension)
            return null;
        if (DocumentIdentifier.HashIn(extension) is not { } hash)
            return DocumentProblems.MalformedExtension;
        if (identifier is not null && identifier != hash)
            return DocumentProblems.TwoIdentifiers;

        identifier = hash;
        return null;
    }

    private RequestReading Recall(DocumentScope scope, GraphQLRequest request, string identifier)
    {
        if (scope.Shelf is null && DocumentIdentifier.ExtensionOf(request) is not null)
            return DocumentProblems.NotSupported;
        return scope.Shelf is { } shelf && registered.TryFind(shelf, identifier, out var document)
            ? request with { Query = document }
            : DocumentProblems.NotFound;
    }

    private RequestReading Register(GraphQLEngine engine, GraphQLTarget target, GraphQLRequest request, string identifier, bool mayKeep)
    {
        if (!DocumentIdentifier.IsHash(identifier))
            return DocumentProblems.NotFound;
        if (DocumentIdentifier.HashOf(request.Query.Span) != identifier)
            return DocumentProblems.HashDiffers;
        if (target.Documents.Shelf is not { } shelf)
            return request;
        if (!mayKeep)
            return DocumentProblems.NoPreflight;

        // What is not valid is not kept; the engine then says what is wrong with it.
        if (engine.Accepts(target.Schema, request))
            registered.Add(shelf, identifier, request.Query);
        return request;
    }
}
