using Modular.Kernel.Modules;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>Registers the kinds of work items of a module.</summary>
public static class WorkItemRegistration
{
    /// <summary>Adds kinds of things that are due.</summary>
    /// <exception cref="InvalidOperationException">A kind is declared twice or incompletely.</exception>
    public static ModuleBuilder WorkItems(this ModuleBuilder module, params IReadOnlyList<WorkItemKind> kinds)
    {
        var registered = module.Features.GetOrAdd<ModuleWorkItems>();
        foreach (var kind in kinds)
            registered.Add(kind.Build(module.Id));
        return module;
    }
}

/// <summary>The kinds of work items of one module: a feature of its registration.</summary>
public sealed class ModuleWorkItems
{
    private readonly List<WorkItemDefinition> kinds = [];

    /// <summary>The kinds in order of registration.</summary>
    public IEnumerable<WorkItemKind> Kinds => kinds.Select(definition => definition.Kind);

    internal IReadOnlyList<WorkItemDefinition> Definitions => kinds;

    internal void Add(WorkItemDefinition kind)
    {
        if (kinds.Exists(known => known.Id == kind.Id))
            throw new InvalidOperationException($"The kind of work item '{kind.Id}' is registered twice.");
        kinds.Add(kind);
    }
}
