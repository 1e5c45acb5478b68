using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

/// <summary>A directive where it is applied.</summary>
public sealed class DirectiveNode() : SyntaxNode(SyntaxKind.Directive)
{
    /// <summary>The name of the directive, without the at sign.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The arguments in document order.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; init; } = [];
}

/// <summary>An argument given to a field or a directive.</summary>
public sealed class ArgumentNode() : SyntaxNode(SyntaxKind.Argument)
{
    /// <summary>The name of the argument.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The value given.</summary>
    public required ValueNode Value { get; init; }
}
