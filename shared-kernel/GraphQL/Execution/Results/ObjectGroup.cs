using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>Objects of one type at one place of the response, and what their fields turned out to be.</summary>
internal sealed class ObjectGroup
{
    public ObjectGroup(PlannedSelection selection, Rows rows)
        : this(selection.Immediate, rows)
        => Deferral = selection.Deferral;

    /// <summary>The same objects again, for fields of theirs that are executed later.</summary>
    public ObjectGroup(DeferredPart part, Rows rows)
        : this(part.Fields, rows)
    {
    }

    private ObjectGroup(IReadOnlyList<PlannedField> fields, Rows rows)
    {
        Rows = rows;
        Fields = new FieldResult[fields.Count];
        for (var i = 0; i < Fields.Length; i++) Fields[i] = new FieldResult(fields[i], this);
    }

    /// <summary>What of the objects is delivered later; <see langword="null"/> when nothing is.</summary>
    public SelectionDeferral? Deferral { get; }

    public Rows Rows { get; }

    public FieldResult[] Fields { get; }

    /// <summary>The objects that became null because a non-null field of theirs failed; made by <see cref="NullPropagation"/>.</summary>
    public bool[]? Dead { get; set; }

    /// <summary>The objects that have an error in them; made by <see cref="NullPropagation"/>.</summary>
    public bool[]? Dirty { get; set; }
}
