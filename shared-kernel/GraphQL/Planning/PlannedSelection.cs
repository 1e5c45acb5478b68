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

    /// <summary>The selected fields in the order of the response, those that are delivered later included.</summary>
    public IReadOnlyList<PlannedField> Fields { get; private set; } = [];

    /// <summary>The fields that are executed with the objects themselves: all, unless some are deferred.</summary>
    internal IReadOnlyList<PlannedField> Immediate { get; private set; } = [];

    /// <summary>What is delivered later; <see langword="null"/> when nothing is.</summary>
    internal SelectionDeferral? Deferral { get; private set; }

    internal static PlannedSelection Collect(PlanScope scope, PlannedField? parent, ObjectType type)
    {
        var selection = new PlannedSelection(scope, type);
        var collected = FieldCollector.Collect(scope, parent, type);
        selection.Fields = collected.All;
        selection.Immediate = collected.Immediate;
        selection.Deferral = collected.Deferral;
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
