using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

/// <summary>The definition of a field of an object type or interface.</summary>
public sealed class FieldDefinitionNode() : SyntaxNode(SyntaxKind.FieldDefinition)
{
    /// <summary>The description.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The name of the field.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The arguments that the field takes.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; init; } = [];

    /// <summary>The type of the field's value.</summary>
    public required TypeNode Type { get; init; }

    /// <summary>The directives of the field.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>The definition of an argument or an input field.</summary>
public sealed class InputValueDefinitionNode() : SyntaxNode(SyntaxKind.InputValueDefinition)
{
    /// <summary>The description.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The name.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The type of the value.</summary>
    public required TypeNode Type { get; init; }

    /// <summary>The value for requests that do not give one; holds no variables.</summary>
    public ValueNode? DefaultValue { get; init; }

    /// <summary>The directives.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>The definition of an enum's value.</summary>
public sealed class EnumValueDefinitionNode() : SyntaxNode(SyntaxKind.EnumValueDefinition)
{
    /// <summary>The description.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The name of the value.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The directives.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];
}
