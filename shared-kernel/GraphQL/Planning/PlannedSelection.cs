using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>What an operation selects of the objects of one type at one place.</summary>
public sealed class PlannedSelection
{
    private readonly PlanScope scope;
    private volatile bool planned;

    private PlannedSelection(PlanScope scope, ObjectType type)
    {
        this.scope = scope;
        Type = type;
    }

    /// <summary>The type of the objects.</summary>
    public ObjectType Type { get; }

    /// <summary>The selected fields in the order of the response.</summary>
    public IReadOnlyList<PlannedField> Fields { get; private set; } = [];

    internal static PlannedSelection Collect(PlanScope scope, PlannedField? parent, ObjectType type)
    {
        var selection = new PlannedSelection(scope, type);
        selection.Fields = FieldCollector.Collect(scope, parent, type);
        return selection;
    }

    /// <summary>Plans the fields once; parents are planned before their children.</summary>
    internal void EnsurePlanned()
    {
        if (planned) return;
        lock (scope)
        {
            if (planned) return;
            foreach (var field in Fields) field.Plan();
            planned = true;
        }
    }
}
