namespace Modular.GraphQL.Language;

/// <summary>A node of the immutable syntax tree. Where it stands is kept as byte offsets; lines and columns are asked of the
/// <see cref="Document"/>, since only errors need them.</summary>
public abstract class SyntaxNode
{
    private protected SyntaxNode(SyntaxKind kind) => Kind = kind;

    /// <summary>What the node is, for a cheap switch.</summary>
    public SyntaxKind Kind { get; }

    /// <summary>The byte offset of the node's first character; 0 for a node that was not parsed.</summary>
    public int Start { get; init; }

    /// <summary>The byte offset behind the node's last character; 0 for a node that was not parsed.</summary>
    public int End { get; init; }

    /// <summary>The node as GraphQL, in the layout of <see cref="Printer"/>.</summary>
    /// <returns>The printed node.</returns>
    public override string ToString() => Printer.Print(this);
}
