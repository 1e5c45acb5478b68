namespace Modular.GraphQL.AspNetCore.Documents;

/// <summary>Which persisted documents are open to a request.</summary>
public sealed record DocumentScope
{
    /// <summary>Trusted documents and documents that the request brings along; nothing is registered.</summary>
    public static DocumentScope TrustedAndText { get; } = new();

    /// <summary>Whether only trusted documents are executed.</summary>
    public bool TrustedOnly { get; init; }

    /// <summary>Where documents are registered, and bounded together; absent where clients may register none.</summary>
    public DocumentShelf? Shelf { get; init; }
}

/// <summary>Where a client registers documents.</summary>
/// <param name="Tenant">Whose documents share one bound, for instance a province.</param>
/// <param name="Client">Who registers. Nobody else can find out what was registered, or use it without knowing its text.</param>
public sealed record DocumentShelf(string Tenant, string Client);
