using Modular.Kernel.Modules;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>Registers the import formats of a module.</summary>
public static class ImportRegistration
{
    /// <summary>Adds formats of files that the module takes in.</summary>
    /// <exception cref="InvalidOperationException">The module already has a format of that identifier.</exception>
    public static ModuleBuilder Imports(this ModuleBuilder module, params IReadOnlyList<ImportFormat> formats)
    {
        var registered = module.Features.GetOrAdd<ModuleImports>();
        foreach (var format in formats)
            registered.Add(module.Id, format);
        return module;
    }
}

/// <summary>The import formats of one module: a feature of its registration.</summary>
public sealed class ModuleImports
{
    private readonly List<ImportFormat> formats = [];

    /// <summary>The formats in order of registration.</summary>
    public IReadOnlyList<ImportFormat> Formats => formats;

    internal void Add(string moduleId, ImportFormat format)
    {
        if (formats.Exists(known => known.Id == format.Id))
            throw new InvalidOperationException($"Module '{moduleId}' registers the import format '{format.Id}' twice.");
        formats.Add(format);
    }
}
