using Modular.Kernel.Modules;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>A registration that is made like that of a module and belongs to every province: what the kernel and the host themselves bring.</summary>
/// <param name="Registration">The registration.</param>
public sealed record AlwaysEnabled(ModuleBuilder Registration);

/// <summary>The kinds of work items of all loaded modules, and of what is always enabled.</summary>
public sealed class WorkItemCatalog
{
    private readonly Dictionary<string, WorkItemDefinition> kinds;
    private readonly HashSet<string> alwaysEnabled;

    /// <summary>Collects what the modules registered.</summary>
    /// <exception cref="InvalidOperationException">A kind names a permission that no installed module declares, so that nobody could see or handle its items.</exception>
    public WorkItemCatalog(InstalledModules modules, IEnumerable<AlwaysEnabled> always)
    {
        ModuleBuilder[] ofTheSystem = [.. always.Select(part => part.Registration)];
        ModuleBuilder[] registrations = [.. modules.All.Select(module => module.Registration), .. ofTheSystem];
        alwaysEnabled = [.. ofTheSystem.Select(registration => registration.Id)];
        kinds = registrations
            .SelectMany(registration => registration.Features.Get<ModuleWorkItems>()?.Definitions ?? [])
            .ToDictionary(definition => definition.Id);
        var declared = registrations.SelectMany(registration => registration.DeclaredPermissions).Select(permission => permission.Name).ToHashSet();
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

    /// <summary>Whether items of a module are shown and kept where these modules are enabled.</summary>
    public bool IsEnabled(string moduleId, IReadOnlySet<string> enabled) => enabled.Contains(moduleId) || alwaysEnabled.Contains(moduleId);

    /// <summary>The kind of this identifier, or null.</summary>
    public WorkItemKind? Find(string id) => kinds.GetValueOrDefault(id)?.Kind;

    internal IReadOnlyList<WorkItemDefinition> Of(string moduleId) =>
        [.. kinds.Values.Where(definition => definition.ModuleId == moduleId)];
}
