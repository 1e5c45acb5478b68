using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

/// <summary>A parsed document: operations and fragments, or the definitions of a schema.</summary>
public sealed class Document() : SyntaxNode(SyntaxKind.Document)
{
    /// <summary>The definitions in document order; never empty after parsing.</summary>
    public required ImmutableArray<Definition> Definitions { get; init; }

    /// <summary>The bytes that the document was parsed from.</summary>
    public required Source Source { get; init; }

    /// <summary>How many tokens the document has, comments aside.</summary>
    public int TokenCount { get; init; }

    /// <summary>Tells line and column of a node of this document.</summary>
    /// <param name="node">A node that was parsed with this document.</param>
    /// <returns>Where the node begins.</returns>
    public SourceLocation LocationOf(SyntaxNode node) => Source.LocationAt(node.Start);
}

/// <summary>A top-level definition of a document.</summary>
public abstract class Definition : SyntaxNode
{
    private protected Definition(SyntaxKind kind)
        : base(kind)
    {
    }

    /// <summary>Whether the definition is an operation or a fragment, the only ones that a request may hold.</summary>
    public bool IsExecutable => Kind is SyntaxKind.OperationDefinition or SyntaxKind.FragmentDefinition;
}
