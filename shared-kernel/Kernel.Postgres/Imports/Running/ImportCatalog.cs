using Modular.Kernel.Modules;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>The import formats of all loaded modules.</summary>
public sealed class ImportCatalog
{
    private readonly Dictionary<string, RegisteredFormat> formats = [];

    /// <summary>Collects what the modules registered.</summary>
    /// <exception cref="InvalidOperationException">Two modules have a format of the same identifier, or a declaration contradicts itself.</exception>
    public ImportCatalog(InstalledModules modules)
    {
        foreach (var module in modules.All)
        {
            foreach (var format in module.Registration.Features.Get<ModuleImports>()?.Formats ?? [])
                Add(module.Id, format);
        }
    }

    /// <summary>The formats in the order of modules and registration.</summary>
    public IEnumerable<RegisteredFormat> All => formats.Values;

    /// <summary>The format of this identifier, or null.</summary>
    public RegisteredFormat? Find(string format) => formats.GetValueOrDefault(format);

    private void Add(string moduleId, ImportFormat format)
    {
        if (formats.TryGetValue(format.Id, out var other))
            throw new InvalidOperationException(
                $"The modules '{other.ModuleId}' and '{moduleId}' both have an import format '{format.Id}'; one must be renamed.");
        formats.Add(format.Id, new RegisteredFormat(moduleId, format.Build()));
    }
}
