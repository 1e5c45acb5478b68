using Modular.Kernel.Modules;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>The kinds of work items of all loaded modules.</summary>
public sealed class WorkItemCatalog
{
    private readonly Dictionary<string, WorkItemDefinition> kinds;

    /// <summary>Collects what the modules registered.</summary>
    /// <exception cref="InvalidOperationException">A kind names a permission that no installed module declares, so that nobody could see or handle its items.</exception>
    public WorkItemCatalog(InstalledModules modules)
    {
        kinds = modules.All
            .SelectMany(module => module.Registration.Features.Get<ModuleWorkItems>()?.Definitions ?? [])
            .ToDictionary(definition => definition.Id);
        var declared = modules.All.SelectMany(module => module.Registration.DeclaredPermissions).Select(permission => permission.Name).ToHashSet();
        foreach (var kind in All)
        {
            if (new[] { kind.Permission, kind.HandlingPermission }.FirstOrDefault(permission => !declared.Contains(permission)) is { } unknown)
                throw new InvalidOperationException($"The kind of work item '{kind.Id}' names the permission '{unknown}', which no module declares.");
        }
    }

    /// <summary>The kinds in the order of modules and registration.</summary>
    public IEnumerable<WorkItemKind> All => kinds.Values.Select(definition => definition.Kind);

    /// <summary>The module that declares a kind.</summary>
    /// <exception cref="KeyNotFoundException">No installed module does.</exception>
    public string ModuleOf(WorkItemKind kind) => kinds[kind.Id].ModuleId;

    /// <summary>The kind of this identifier, or null.</summary>
    public WorkItemKind? Find(string id) => kinds.GetValueOrDefault(id)?.Kind;

    internal IReadOnlyList<WorkItemDefinition> Of(string moduleId) =>
        [.. kinds.Values.Where(definition => definition.ModuleId == moduleId)];
}
