namespace Modular.GraphQL.Planning;

/// <summary>
/// A document and the name of one of its operations. The bytes are compared, not only their hash, so that no one can get another's
/// operation executed by a collision.
/// </summary>
internal readonly struct OperationKey : IEquatable<OperationKey>
{
    private readonly int hash;

    public OperationKey(ReadOnlyMemory<byte> document, string? operationName)
        : this(document, operationName, HashOf(document.Span, operationName))
    {
    }

    private OperationKey(ReadOnlyMemory<byte> document, string? operationName, int hash)
    {
        Document = document;
        OperationName = operationName;
        this.hash = hash;
    }

    public ReadOnlyMemory<byte> Document { get; }

    public string? OperationName { get; }

    /// <summary>The same key on bytes of its own, which outlive the request.</summary>
    public OperationKey Owned() => new(Document.ToArray(), OperationName, hash);

    public bool Equals(OperationKey other)
        => hash == other.hash && OperationName == other.OperationName && Document.Span.SequenceEqual(other.Document.Span);

    public override bool Equals(object? obj) => obj is OperationKey other && Equals(other);

    public override int GetHashCode() => hash;

    private static int HashOf(ReadOnlySpan<byte> document, string? operationName)
    {
        var hash = default(HashCode);
        hash.AddBytes(document);
        hash.Add(operationName);
        return hash.ToHashCode();
    }
}
