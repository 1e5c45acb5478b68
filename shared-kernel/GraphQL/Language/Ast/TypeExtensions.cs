using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

/// <summary>An extension of a named type that is defined elsewhere.</summary>
public abstract class TypeExtensionNode : TypeSystemDefinitionNode
{
    private protected TypeExtensionNode(SyntaxKind kind)
        : base(kind)
    {
    }

    /// <summary>The name of the extended type.</summary>
    public required NameNode Name { get; init; }
}

/// <summary>Directives added to a scalar.</summary>
public sealed class ScalarTypeExtensionNode() : TypeExtensionNode(SyntaxKind.ScalarTypeExtension);

/// <summary>Interfaces, directives and fields added to an object type.</summary>
public sealed class ObjectTypeExtensionNode() : TypeExtensionNode(SyntaxKind.ObjectTypeExtension)
{
    /// <summary>The interfaces that are added.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; init; } = [];

    /// <summary>The fields that are added.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; init; } = [];
}

/// <summary>Interfaces, directives and fields added to an interface.</summary>
public sealed class InterfaceTypeExtensionNode() : TypeExtensionNode(SyntaxKind.InterfaceTypeExtension)
{
    /// <summary>The interfaces that are added.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; init; } = [];

    /// <summary>The fields that are added.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; init; } = [];
}

/// <summary>Members and directives added to a union.</summary>
public sealed class UnionTypeExtensionNode() : TypeExtensionNode(SyntaxKind.UnionTypeExtension)
{
    /// <summary>The member types that are added.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; init; } = [];
}

/// <summary>Values and directives added to an enum.</summary>
public sealed class EnumTypeExtensionNode() : TypeExtensionNode(SyntaxKind.EnumTypeExtension)
{
    /// <summary>The values that are added.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; init; } = [];
}

/// <summary>Input fields and directives added to an input object.</summary>
public sealed class InputObjectTypeExtensionNode() : TypeExtensionNode(SyntaxKind.InputObjectTypeExtension)
{
    /// <summary>The input fields that are added.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; init; } = [];
}
