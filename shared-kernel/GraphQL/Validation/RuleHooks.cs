using System.Collections.Immutable;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation;

/// <summary>What the walk calls. Rules add themselves to the nodes that they care about; others cost nothing.</summary>
internal sealed class RuleHooks
{
    public Action<Document>? DocumentEntered { get; set; }

    public Action<Document>? DocumentLeft { get; set; }

    public Action<OperationDefinition>? OperationEntered { get; set; }

    public Action<FragmentDefinition>? FragmentEntered { get; set; }

    public Action<VariableDefinition>? VariableDefinitionEntered { get; set; }

    public Action<SelectionSet>? SelectionSetEntered { get; set; }

    public Action<FieldNode>? FieldEntered { get; set; }

    public Action<FieldNode>? FieldLeft { get; set; }

    public Action<FragmentSpread>? FragmentSpreadEntered { get; set; }

    public Action<InlineFragment>? InlineFragmentEntered { get; set; }

    public Action<NamedTypeNode>? NamedTypeEntered { get; set; }

    /// <summary>Called for a directive with the node that it stands at.</summary>
    public Action<DirectiveNode, SyntaxNode>? DirectiveEntered { get; set; }

    public Action<DirectiveNode>? DirectiveLeft { get; set; }

    /// <summary>Called for every node that directives stand at, with the directives.</summary>
    public Action<ImmutableArray<DirectiveNode>>? DirectivesEntered { get; set; }

    /// <summary>Called for values of every kind, lists and objects before their parts.</summary>
    public Action<ValueNode>? ValueEntered { get; set; }

    /// <summary>Called for lists and objects behind their parts.</summary>
    public Action<ValueNode>? ValueLeft { get; set; }

    public Action<ObjectFieldNode>? ObjectFieldEntered { get; set; }
}
