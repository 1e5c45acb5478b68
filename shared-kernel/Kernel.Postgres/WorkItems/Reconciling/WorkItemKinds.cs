namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>The statements of all kinds of work items, by module.</summary>
internal sealed class WorkItemKinds(WorkItemCatalog catalog)
{
    private readonly ILookup<string, WorkItemStatements> byModule = catalog.All
        .Select(catalog.ModuleOf).Distinct()
        .SelectMany(catalog.Of)
        .Select(kind => new WorkItemStatements(kind))
        .ToLookup(statements => statements.Kind.ModuleId);

    /// <summary>The modules that declare kinds.</summary>
    public IReadOnlyList<string> Modules { get; } = [.. catalog.All.Select(catalog.ModuleOf).Distinct()];

    /// <summary>The modules with kinds whose items are kept where these modules are enabled.</summary>
    public IEnumerable<string> EnabledOf(IReadOnlySet<string> enabled) => Modules.Where(module => catalog.IsEnabled(module, enabled));

    /// <summary>The kinds of a module.</summary>
    public IReadOnlyList<WorkItemStatements> Of(string moduleId) => [.. byModule[moduleId]];
}
