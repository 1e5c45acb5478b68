using Modular.GraphQL.TypeSystem;
using Modular.Host.Schemas;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;

namespace Modular.Host.Modules;

/// <summary>
/// Looks, before anything of them serves, whether the modules go together: nobody claims what is somebody else's, and all that they declare composes to a schema. A module that
/// does not fit is left out with those that depend on it, so that a province's schema never fails at a request.
/// </summary>
internal static class ModuleVetting
{
    /// <summary>The report without the modules that do not fit.</summary>
    public static ModuleLoadReport Vet(ModuleLoadReport loaded)
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
        return Compose(report.Installed) is { Conflict: null } whole ? report.WithRemarks(whole.Unmatched) : OneByOne(report);
    }

    private static ModuleLoadReport OneByOne(ModuleLoadReport report)
    {
        var accepted = new List<InstalledModule>();
        IReadOnlyList<string> unmatched = [];
        foreach (var module in report.Installed.All.ToList())
        {
            if (report.Installed.Find(module.Id) is null)
                continue;
            var attempt = Compose(new InstalledModules([.. accepted, module]));
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
    private static (string? Conflict, IReadOnlyList<string> Unmatched) Compose(InstalledModules modules)
    {
        try
        {
            var composer = new SchemaComposer(modules, SchemaFiles.AlwaysOn());
            return (null, composer.ComposeWithReport(modules.All.Select(module => module.Id).ToHashSet()).Unmatched);
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
}
