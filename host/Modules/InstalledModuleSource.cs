using Modular.Host.Startup;
using Modular.Kernel.Modules;

namespace Modular.Host.Modules;

/// <summary>Where a host's modules come from: folders beside it, or for tests objects that are there already.</summary>
internal static class InstalledModuleSource
{
    /// <summary>The folder beside the host, in which the modules lie that came with it.</summary>
    public static string OwnFolder { get; } = Path.Combine(AppContext.BaseDirectory, "modules");

    public static ModuleLoadReport Load(HostStart start, ModuleOptions options)
    {
        if (start.Modules is { } given)
            return Register(given);
        // A host without modules has no such folder; one that a setting names must be there.
        string[] folders = [.. Directory.Exists(OwnFolder) ? [OwnFolder] : Array.Empty<string>(), .. options.Paths.Select(Path.GetFullPath)];
        return ModuleVetting.Vet(ModuleLoader.Load(folders, options.RegistrationTime), options.RegistrationTime);
    }

    private static ModuleLoadReport Register(IReadOnlyList<ModularModule> modules)
    {
        var installed = new List<InstalledModule>();
        foreach (var module in modules)
        {
            var builder = new ModuleBuilder(ModuleManifest.Of(module.GetType()), module.GetType().Assembly);
            module.Register(builder);
            installed.Add(new InstalledModule(builder.Manifest, builder));
        }

        return new ModuleLoadReport(
            [.. installed.Select(module => new ModuleLoadEntry("", module.Id, module.Manifest.Version, null, null))],
            new InstalledModules(installed));
    }
}
