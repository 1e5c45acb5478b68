using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

/// <summary>A definition or an extension of the type system, which no request may hold.</summary>
public abstract class TypeSystemDefinitionNode : Definition
{
    private protected TypeSystemDefinitionNode(SyntaxKind kind)
        : base(kind)
    {
    }

    /// <summary>The directives of the definition.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>The definition of the schema's root types.</summary>
public sealed class SchemaDefinitionNode() : TypeSystemDefinitionNode(SyntaxKind.SchemaDefinition)
{
    /// <summary>The description of the schema.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The root types; never empty after parsing.</summary>
    public required ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; init; }
}

/// <summary>An extension of the schema's root types or directives.</summary>
public sealed class SchemaExtensionNode() : TypeSystemDefinitionNode(SyntaxKind.SchemaExtension)
{
    /// <summary>The root types that are added.</summary>
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; init; } = [];
}

/// <summary>Says which object type is the root of an operation type.</summary>
public sealed class OperationTypeDefinitionNode() : SyntaxNode(SyntaxKind.OperationTypeDefinition)
{
    /// <summary>The operation type.</summary>
    public required OperationType Operation { get; init; }

    /// <summary>Its root type.</summary>
    public required NamedTypeNode Type { get; init; }
}

/// <summary>The definition of a directive.</summary>
public sealed class DirectiveDefinitionNode() : Definition(SyntaxKind.DirectiveDefinition)
{
    /// <summary>The description.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The name, without the at sign.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The arguments that the directive takes.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; init; } = [];

    /// <summary>Whether the directive may stand more than once at a location.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>The locations where the directive may stand, by the names of the specification.</summary>
    public required ImmutableArray<NameNode> Locations { get; init; }
}
