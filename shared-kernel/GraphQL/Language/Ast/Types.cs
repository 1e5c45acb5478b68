namespace Modular.GraphQL.Language;

/// <summary>A reference to a type, as variables and definitions are declared with.</summary>
public abstract class TypeNode : SyntaxNode
{
    private protected TypeNode(SyntaxKind kind)
        : base(kind)
    {
    }
}

/// <summary>A type by its name.</summary>
public sealed class NamedTypeNode() : TypeNode(SyntaxKind.NamedType)
{
    /// <summary>The name of the type.</summary>
    public required NameNode Name { get; init; }
}

/// <summary>A list of a type.</summary>
public sealed class ListTypeNode() : TypeNode(SyntaxKind.ListType)
{
    /// <summary>The type of the items.</summary>
    public required TypeNode Type { get; init; }
}

/// <summary>A type that excludes null.</summary>
public sealed class NonNullTypeNode() : TypeNode(SyntaxKind.NonNullType)
{
    /// <summary>The type that would include null: a named type or a list.</summary>
    public required TypeNode Type { get; init; }
}
