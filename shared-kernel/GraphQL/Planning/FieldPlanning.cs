using System.Collections.Immutable;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>
/// What a resolver sees when an operation is compiled: the place where its field is selected, and everything selected below it.
/// Fragments are inlined, merged fields are one, and what <c>@skip</c> and <c>@include</c> leave out is not there: an operation is planned
/// for each combination of the variables that those directives read.
/// </summary>
public sealed class FieldPlanning
{
    internal FieldPlanning(Schema schema, PlannedField planned)
    {
        Schema = schema;
        Planned = planned;
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The selected field; its <see cref="PlannedField.Resolver"/> is what is being made.</summary>
    public PlannedField Planned { get; }

    /// <summary>The field's definition.</summary>
    public Field Field => Planned.Field;

    /// <summary>The object type on which the field is selected.</summary>
    public ObjectType ParentType => Planned.ParentType;

    /// <summary>The field nodes of the document that were merged into this field.</summary>
    public ImmutableArray<FieldNode> Nodes => Planned.Nodes;

    /// <summary>The selected field that returned the parent objects, already planned; <see langword="null"/> for a root field.</summary>
    public PlannedField? Parent => Planned.Parent;

    /// <summary>The planned resolver of <see cref="Parent"/>, which may carry slots for this field; <see langword="null"/> for a root field.</summary>
    public FieldResolver? ParentResolver => Planned.Parent?.Resolver;
}
