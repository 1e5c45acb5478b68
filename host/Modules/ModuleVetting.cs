using Modular.GraphQL.TypeSystem;
using Modular.Host.Schemas;
using Modular.Kernel.GraphQL;
using Modular.Kernel.GraphQL.Exports;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.WorkItems;

namespace Modular.Host.Modules;

/// <summary>
/// Looks, before anything of them serves, whether the modules go together: nobody claims what is somebody else's, and all that they declare composes to a schema. A module that
/// does not fit is left out with those that depend on it, so that a province's schema never fails at a request.
/// </summary>
internal static class ModuleVetting
{
    /// <summary>The report without the modules that do not fit.</summary>
    /// <param name="loaded">What was loaded.</param>
    /// <param name="patience">How long the declarations of the modules may take.</param>
    public static ModuleLoadReport Vet(ModuleLoadReport loaded, TimeSpan patience)
    {
        var report = loaded;
        var claims = new ModuleClaims();
        foreach (var module in loaded.Installed.All)
        {
            if (report.Installed.Find(module.Id) is null)
                continue;
            if (claims.ConflictsOf(module) is { Count: > 0 } conflicts)
                report = report.Without(module.Id, ModuleLoadFailure.Conflict, string.Join(" ", conflicts));
            else
                claims.Take(module);
        }

        // Almost always all of them compose at once; only where they do not, each is tried after those before it.
        return Compose(report.Installed, patience) is { Conflict: null } whole ? report.WithRemarks(whole.Unmatched) : OneByOne(report, patience);
    }

    private static ModuleLoadReport OneByOne(ModuleLoadReport report, TimeSpan patience)
    {
        var accepted = new List<InstalledModule>();
        IReadOnlyList<string> unmatched = [];
        foreach (var module in report.Installed.All.ToList())
        {
            if (report.Installed.Find(module.Id) is null)
                continue;
            var attempt = Compose(new InstalledModules([.. accepted, module]), patience);
            if (attempt.Conflict is { } reason)
            {
                report = report.Without(module.Id, ModuleLoadFailure.Conflict, reason);
                continue;
            }

            accepted.Add(module);
            unmatched = attempt.Unmatched;
        }

        return report.WithRemarks(unmatched);
    }

    // Declarations are code of the module: whatever they throw is the module's fault.
    private static (string? Conflict, IReadOnlyList<string> Unmatched) Compose(InstalledModules modules, TimeSpan patience)
    {
        try
        {
            return (null, ModulePatience.Run(() => Try(modules), patience));
        }
        catch (SchemaException conflict)
        {
            return (conflict.Message, []);
        }
        catch (Exception thrown)
        {
            return ($"Its declarations failed: {thrown.Message}", []);
        }
    }

    // Whatever the host builds of declarations when it starts is built here first, so that none of them stops the start.
    private static IReadOnlyList<string> Try(InstalledModules modules)
    {
        if (modules.All.FirstOrDefault(module => module.Registration.Subscriptions.Count > 0 && module.Registration.Features.Get<ModuleDatabase>() is null) is { } listening)
            throw new InvalidOperationException($"'{listening.Id}' listens to events and has no database in which its handlers could work: call module.Database first.");
        _ = new WorkItemCatalog(modules, [new AlwaysEnabled(ExportsContribution.Create())]);
        return new SchemaComposer(modules, SchemaFiles.AlwaysOn()).ComposeWithReport(modules.All.Select(module => module.Id).ToHashSet()).Unmatched;
    }
}
