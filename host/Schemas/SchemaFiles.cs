using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;
using Modular.Host.Administration;
using Modular.Kernel.GraphQL;
using Modular.Kernel.GraphQL.AccessLog;
using Modular.Kernel.GraphQL.Exports;
using Modular.Kernel.GraphQL.History;
using Modular.Kernel.GraphQL.Imports;
using Modular.Kernel.GraphQL.WorkItems;
using Modular.Kernel.Modules;

namespace Modular.Host.Schemas;

/// <summary>The schema as files, for front-end teams and for reviews.</summary>
internal static class SchemaFiles
{
    /// <summary>The file with everything.</summary>
    public const string Whole = "modular.graphql";

    /// <summary>The schema of all modules.</summary>
    /// <exception cref="SchemaException">The modules do not go together.</exception>
    public static Schema Everything(InstalledModules modules) => Everything(new SchemaComposer(modules, AlwaysOn()), modules);

    /// <summary>
    /// The files by their names: <c>modular.graphql</c> with everything, <c>modules/*.graphql</c> with what each module contributes, and
    /// <c>sets/*.graphql</c> with the smallest schema in which each module serves.
    /// </summary>
    /// <exception cref="SchemaException">The modules do not go together.</exception>
    public static IReadOnlyDictionary<string, string> Of(InstalledModules modules)
    {
        var alwaysOn = AlwaysOn();
        var composer = new SchemaComposer(modules, alwaysOn);
        var full = Everything(composer, modules);

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Whole] = SdlPrinter.Print(full, sorted: true) };
        foreach (var owner in modules.All.Select(module => module.Id).Concat(alwaysOn.Select(contribution => contribution.Id)))
            files[$"modules/{owner}.graphql"] = SdlPrinter.PrintContribution(full, owner);
        foreach (var module in modules.All)
            files[$"sets/{module.Id}.graphql"] = SdlPrinter.Print(composer.Compose(WithDependencies(module.Id, modules)), sorted: true);
        return files.ToDictionary(file => file.Key, file => file.Value.TrimEnd('\n') + "\n");
    }

    private static HashSet<string> WithDependencies(string moduleId, InstalledModules modules)
    {
        HashSet<string> set = [moduleId];
        foreach (var needed in modules.Find(moduleId)!.Manifest.DependsOn)
            set.UnionWith(WithDependencies(needed, modules));
        return set;
    }

    private static Schema Everything(SchemaComposer composer, InstalledModules modules) =>
        composer.Compose(modules.All.Select(module => module.Id).ToHashSet());

    /// <summary>What the host itself contributes to every schema.</summary>
    public static ModuleBuilder[] AlwaysOn() =>
        [SystemContribution.Create(), ImportsContribution.Create(), HistoryContribution.Create(), AccessLogContribution.Create(), WorkItemsContribution.Create(), ExportsContribution.Create()];
}
