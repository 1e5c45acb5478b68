using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

/// <summary>The three types of operations.</summary>
public enum OperationType : byte
{
    /// <summary>Reads.</summary>
    Query,

    /// <summary>Writes, its root fields one after another, then reads.</summary>
    Mutation,

    /// <summary>Answers again at each event.</summary>
    Subscription,
}

/// <summary>A query, mutation or subscription.</summary>
public sealed class OperationDefinition() : Definition(SyntaxKind.OperationDefinition)
{
    /// <summary>The description, which only tools read.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The type of the operation; a shorthand query is a query.</summary>
    public required OperationType Operation { get; init; }

    /// <summary>The name, which an operation may do without if it is the document's only one.</summary>
    public NameNode? Name { get; init; }

    /// <summary>The variables that the operation takes.</summary>
    public ImmutableArray<VariableDefinition> VariableDefinitions { get; init; } = [];

    /// <summary>The directives of the operation itself.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];

    /// <summary>What is selected of the root type.</summary>
    public required SelectionSet SelectionSet { get; init; }
}

/// <summary>A variable that an operation takes.</summary>
public sealed class VariableDefinition() : SyntaxNode(SyntaxKind.VariableDefinition)
{
    /// <summary>The description, which only tools read.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The variable.</summary>
    public required Variable Variable { get; init; }

    /// <summary>The type that the variable is declared with.</summary>
    public required TypeNode Type { get; init; }

    /// <summary>The value for a request that does not give one; holds no variables.</summary>
    public ValueNode? DefaultValue { get; init; }

    /// <summary>The directives of the variable.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>A named fragment.</summary>
public sealed class FragmentDefinition() : Definition(SyntaxKind.FragmentDefinition)
{
    /// <summary>The description, which only tools read.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The name by which spreads refer to the fragment.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The type whose objects the fragment applies to.</summary>
    public required NamedTypeNode TypeCondition { get; init; }

    /// <summary>The directives of the fragment itself.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];

    /// <summary>What the fragment selects.</summary>
    public required SelectionSet SelectionSet { get; init; }
}
