using System.Collections.Concurrent;
using Modular.GraphQL.TypeSystem;
using Modular.Host.Provinces;
using Modular.Kernel.GraphQL;

namespace Modular.Host.Schemas;

/// <summary>
/// The schemas that are served: one for each set of modules, shared by the provinces that have it enabled. A request keeps the
/// schema that it began with, so enabling and disabling modules disturbs no request.
/// </summary>
internal sealed class SchemaSnapshots(SchemaComposer composer, ILogger<SchemaSnapshots> log)
{
    private readonly ConcurrentDictionary<ModuleSet, Lazy<Schema>> schemas = new();

    /// <summary>The schema of a set, composed now unless it is known.</summary>
    /// <exception cref="SchemaException">The modules of the set do not go together; what each of them is to change is in the message.</exception>
    public Schema Of(ModuleSet modules) => schemas.GetOrAdd(modules, set => new Lazy<Schema>(() => Compose(set))).Value;

    /// <summary>Composes the schemas of these sets ahead of the first request, and lets go of those that nobody uses any more.</summary>
    public void Prepare(ProvinceState state)
    {
        var used = state.All.Select(served => served.Modules).ToHashSet();
        foreach (var modules in schemas.Keys.Where(modules => !used.Contains(modules)))
            schemas.TryRemove(modules, out _);
        Parallel.ForEach(used, modules =>
        {
            try
            {
                Of(modules);
            }
            catch (SchemaException conflict)
            {
                // Provinces with other sets are served all the same; those with this one are told at every request.
                log.LogCritical("The modules {Modules} cannot be served together: {Conflict}", modules, conflict.Message);
            }
        });
    }

    private Schema Compose(ModuleSet modules)
    {
        var composition = composer.ComposeWithReport(modules.Ids.ToHashSet());
        foreach (var unmatched in composition.Unmatched)
            log.LogWarning("The schema of the modules {Modules} leaves out: {Unmatched}", modules, unmatched);
        return composition.Schema;
    }
}
