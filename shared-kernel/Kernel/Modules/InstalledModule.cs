namespace Modular.Kernel.Modules;

/// <summary>A module that was loaded and registered completely.</summary>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="Registration">What it brought.</param>
public sealed record InstalledModule(ModuleManifest Manifest, ModuleBuilder Registration)
{
    /// <summary>The identifier of the module.</summary>
    public string Id => Manifest.Id;
}

/// <summary>The modules that this host loaded, each after those it depends on. Available as a singleton service.</summary>
/// <param name="All">The modules in dependency order.</param>
public sealed record InstalledModules(IReadOnlyList<InstalledModule> All)
{
    /// <summary>The module of this identifier, or null where it is not installed.</summary>
    public InstalledModule? Find(string moduleId) => All.FirstOrDefault(module => module.Id == moduleId);
}
