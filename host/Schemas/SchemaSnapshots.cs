using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Modular.GraphQL.TypeSystem;
using Modular.Host.Provinces;
using Modular.Kernel.GraphQL;

namespace Modular.Host.Schemas;

/// <summary>
/// The schemas that are served: one for each set of modules, shared by the provinces that have it enabled. A request keeps the
/// schema that it began with, so enabling and disabling modules disturbs no request. What no province uses any more is held by nobody but the requests that still
/// run, and is found again where it has not been collected yet.
/// </summary>
internal sealed class SchemaSnapshots(SchemaComposer composer, ILogger<SchemaSnapshots> log)
{
    private readonly ConcurrentDictionary<ModuleSet, Lazy<Schema>> served = new();
    private readonly ConcurrentDictionary<ModuleSet, WeakReference<Schema>> earlier = new();

    /// <summary>How many schemas are held for the provinces.</summary>
    public int Count => served.Count;

    /// <summary>The schema of a set; one that no province uses is composed for the caller alone.</summary>
    /// <exception cref="SchemaException">The modules of the set do not go together; what each of them is to change is in the message.</exception>
    public Schema Of(ModuleSet modules) => served.TryGetValue(modules, out var known) ? known.Value : Unused(modules);

    /// <summary>The schema of a set, unless its modules do not go together.</summary>
    public bool TryFind(ModuleSet modules, [NotNullWhen(true)] out Schema? schema) => TryFind(modules, out schema, out _);

    /// <summary>The schema of a set, or why its modules do not go together.</summary>
    public bool TryFind(ModuleSet modules, [NotNullWhen(true)] out Schema? schema, [NotNullWhen(false)] out string? conflict) =>
        TryFind(served.GetValueOrDefault(modules) ?? new Lazy<Schema>(() => Unused(modules)), out schema, out conflict);

    private static bool TryFind(Lazy<Schema> found, [NotNullWhen(true)] out Schema? schema, [NotNullWhen(false)] out string? conflict)
    {
        try
        {
            (schema, conflict) = (found.Value, null);
            return true;
        }
        catch (SchemaException exception)
        {
            (schema, conflict) = (null, exception.Message);
            return false;
        }
    }

    /// <summary>Composes the schemas of these sets, so that the first request that meets one waits for nothing.</summary>
    public void Prepare(ProvinceState state) => Parallel.ForEach(
        SetsOf(state), modules => TryFind(served.GetOrAdd(modules, set => new Lazy<Schema>(() => ComposeForUse(set))), out _, out _));

    /// <summary>Lets go of the schemas that no province uses any more.</summary>
    public void Release(ProvinceState state)
    {
        var used = SetsOf(state);
        foreach (var modules in served.Keys.Where(modules => !used.Contains(modules)))
            served.TryRemove(modules, out _);
        foreach (var modules in earlier.Where(entry => !entry.Value.TryGetTarget(out _)).Select(entry => entry.Key))
            earlier.TryRemove(modules, out _);
    }

    private static HashSet<ModuleSet> SetsOf(ProvinceState state) => [.. state.All.Select(province => province.Modules)];

    private Schema ComposeForUse(ModuleSet modules)
    {
        try
        {
            return Unused(modules);
        }
        catch (SchemaException conflict)
        {
            // Provinces with other sets are served all the same; those with this one are told at every request.
            log.LogCritical("The modules {Modules} cannot be served together: {Conflict}", modules, conflict.Message);
            throw;
        }
    }

    private Schema Unused(ModuleSet modules)
    {
        if (earlier.TryGetValue(modules, out var kept) && kept.TryGetTarget(out var schema))
            return schema;
        schema = Compose(modules);
        earlier[modules] = new WeakReference<Schema>(schema);
        return schema;
    }

    private Schema Compose(ModuleSet modules)
    {
        var composition = composer.ComposeWithReport(modules.Ids.ToHashSet());
        foreach (var unmatched in composition.Unmatched)
            log.LogWarning("The schema of the modules {Modules} leaves out: {Unmatched}", modules, unmatched);
        return composition.Schema;
    }
}
