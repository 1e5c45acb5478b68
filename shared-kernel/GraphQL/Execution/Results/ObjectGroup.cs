using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>Objects of one type at one place of the response, and what their fields turned out to be.</summary>
internal sealed class ObjectGroup
{
    public ObjectGroup(PlannedSelection selection, Rows rows)
    {
        Rows = rows;
        Fields = new FieldResult[selection.Fields.Count];
        for (var i = 0; i < Fields.Length; i++) Fields[i] = new FieldResult(selection.Fields[i], this);
    }

    public Rows Rows { get; }

    public FieldResult[] Fields { get; }

    /// <summary>The objects that became null because a non-null field of theirs failed; made by <see cref="NullPropagation"/>.</summary>
    public bool[]? Dead { get; set; }

    /// <summary>The objects that have an error in them; made by <see cref="NullPropagation"/>.</summary>
    public bool[]? Dirty { get; set; }
}
