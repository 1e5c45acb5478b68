namespace Modular.GraphQL.Language;

/// <summary>A name with its place, since many errors point at names.</summary>
/// <param name="value">The name.</param>
public sealed class NameNode(string value) : SyntaxNode(SyntaxKind.Name)
{
    /// <summary>The name.</summary>
    public string Value { get; } = value;
}
