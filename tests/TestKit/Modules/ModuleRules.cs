using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.TestKit.Databases;

namespace Modular.TestKit.Modules;

/// <summary>What every module keeps to, whoever made it.</summary>
public static class ModuleRules
{
    /// <summary>
    /// Every violation as a sentence: tables that are not held to their province, a mapping that is not what the migrations made, contributions to types that
    /// are nowhere, public types beside the module class. Declarations that do not compose are an exception that names them all.
    /// </summary>
    /// <param name="database">A database with the module, such as that of a test host.</param>
    /// <param name="moduleId">The module's identifier.</param>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(TestDatabase database, string moduleId)
    {
        var modules = new InstalledModules(database.Modules);
        var module = modules.Find(moduleId) ?? throw new ArgumentException($"The database has no module '{moduleId}'.", nameof(moduleId));
        var violations = new List<string>();
        if (module.Registration.Features.Get<ModuleDatabase>() is { } tables)
        {
            violations.AddRange((await TableRules.ViolationsAsync(database)).Where(violation => violation.StartsWith(tables.Schema + ".", StringComparison.Ordinal)));
            violations.AddRange((await SchemaComparison.DifferencesAsync(database)).Where(difference => difference.StartsWith(tables.Schema + ".", StringComparison.Ordinal)));
        }

        var composition = new SchemaComposer(modules).ComposeWithReport(modules.All.Select(known => known.Id).ToHashSet());
        violations.AddRange(composition.Unmatched.Where(unmatched => unmatched.EndsWith($"(module {moduleId})", StringComparison.Ordinal)));
        violations.AddRange(module.Registration.Assembly.GetExportedTypes()
            .Where(type => !type.IsSubclassOf(typeof(ModularModule)))
            .Select(type => $"{type.FullName} is public; what others may see belongs into contracts."));
        return violations;
    }
}
