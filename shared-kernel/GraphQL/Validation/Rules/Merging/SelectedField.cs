using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules.Merging;

/// <summary>A field where it is selected.</summary>
/// <param name="parent">The type that it is selected of, if that is known and composite.</param>
/// <param name="node">The field in the document.</param>
internal sealed class SelectedField(CompositeType? parent, FieldNode node)
{
    public CompositeType? Parent { get; } = parent;

    public FieldNode Node { get; } = node;

    /// <summary>The field's <c>@stream</c>, if there is one.</summary>
    public DirectiveNode? Stream { get; } = node.Directives.FirstOrDefault(directive => directive.Name.Value == IncrementalDirectives.Stream);

    /// <summary>The field's type; absent for unknown fields and meta-fields.</summary>
    public GraphQLType? Type { get; } = (parent as TypeWithFields)?.FindField(node.Name.Value)?.Type;

    /// <summary>What the field's selections select of.</summary>
    public CompositeType? SelectionType => Type?.Named as CompositeType;

    /// <summary>Whether two fields can never apply to the same object, since their parents are different object types.</summary>
    public bool IsExclusiveWith(SelectedField other) => Parent is ObjectType && other.Parent is ObjectType && Parent != other.Parent;

    /// <summary>Whether two types would give the same response key values of different shapes. Composite types have their shapes compared
    /// field by field.</summary>
    public static bool HaveConflictingShapes(GraphQLType? first, GraphQLType? second) => (first, second) switch
    {
        (null, _) or (_, null) => false,
        (ListType list, ListType other) => HaveConflictingShapes(list.ItemType, other.ItemType),
        (ListType, _) or (_, ListType) => true,
        (NonNullType nonNull, NonNullType other) => HaveConflictingShapes(nonNull.OfType, other.OfType),
        (NonNullType, _) or (_, NonNullType) => true,
        (CompositeType, CompositeType) => false,
        _ => first != second,
    };
}
