using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

/// <summary>The definition of a named type.</summary>
public abstract class TypeDefinitionNode : TypeSystemDefinitionNode
{
    private protected TypeDefinitionNode(SyntaxKind kind)
        : base(kind)
    {
    }

    /// <summary>The description.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The name of the type.</summary>
    public required NameNode Name { get; init; }
}

/// <summary>The definition of a scalar.</summary>
public sealed class ScalarTypeDefinitionNode() : TypeDefinitionNode(SyntaxKind.ScalarTypeDefinition);

/// <summary>The definition of an object type.</summary>
public sealed class ObjectTypeDefinitionNode() : TypeDefinitionNode(SyntaxKind.ObjectTypeDefinition)
{
    /// <summary>The interfaces that the type implements.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; init; } = [];

    /// <summary>The fields.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; init; } = [];
}

/// <summary>The definition of an interface.</summary>
public sealed class InterfaceTypeDefinitionNode() : TypeDefinitionNode(SyntaxKind.InterfaceTypeDefinition)
{
    /// <summary>The interfaces that the interface implements.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; init; } = [];

    /// <summary>The fields.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; init; } = [];
}

/// <summary>The definition of a union.</summary>
public sealed class UnionTypeDefinitionNode() : TypeDefinitionNode(SyntaxKind.UnionTypeDefinition)
{
    /// <summary>The member types.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; init; } = [];
}

/// <summary>The definition of an enum.</summary>
public sealed class EnumTypeDefinitionNode() : TypeDefinitionNode(SyntaxKind.EnumTypeDefinition)
{
    /// <summary>The values.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; init; } = [];
}

/// <summary>The definition of an input object.</summary>
public sealed class InputObjectTypeDefinitionNode() : TypeDefinitionNode(SyntaxKind.InputObjectTypeDefinition)
{
    /// <summary>The input fields.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; init; } = [];
}
