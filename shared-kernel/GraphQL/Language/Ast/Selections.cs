using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

/// <summary>What is selected of an object, interface or union.</summary>
public sealed class SelectionSet() : SyntaxNode(SyntaxKind.SelectionSet)
{
    /// <summary>The selections in document order; never empty after parsing.</summary>
    public required ImmutableArray<Selection> Selections { get; init; }
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract class Selection : SyntaxNode
{
    private protected Selection(SyntaxKind kind)
        : base(kind)
    {
    }

    /// <summary>The directives of the selection.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>A selected field.</summary>
public sealed class FieldNode() : Selection(SyntaxKind.Field)
{
    /// <summary>The name that the response gives to the field, if another than its own.</summary>
    public NameNode? Alias { get; init; }

    /// <summary>The name of the field in its type.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The arguments in document order.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; init; } = [];

    /// <summary>What is selected of the field's value, unless that is a scalar or an enum.</summary>
    public SelectionSet? SelectionSet { get; init; }

    /// <summary>The field's key in the response: its alias, else its name.</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

/// <summary>A place where a named fragment applies.</summary>
public sealed class FragmentSpread() : Selection(SyntaxKind.FragmentSpread)
{
    /// <summary>The name of the fragment.</summary>
    public required NameNode Name { get; init; }
}

/// <summary>A fragment without a name, in place.</summary>
public sealed class InlineFragment() : Selection(SyntaxKind.InlineFragment)
{
    /// <summary>The type whose objects the fragment applies to; absent means the enclosing type.</summary>
    public NamedTypeNode? TypeCondition { get; init; }

    /// <summary>What the fragment selects.</summary>
    public required SelectionSet SelectionSet { get; init; }
}
