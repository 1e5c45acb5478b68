using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Modular.Kernel.Modules;

namespace Modular.Host.Modules;

/// <summary>
/// Reads what a folder holds off the metadata of its assemblies. Nothing is loaded, so a module that was built against another
/// kernel, or that is damaged, is told apart before it can do anything.
/// </summary>
internal static class ModuleInspection
{
    private static readonly string KernelAssembly = typeof(ModularModule).Assembly.GetName().Name!;

    /// <exception cref="ModuleLoadException">The folder is not a module that can be loaded.</exception>
    public static ModuleFolder Inspect(string folder)
    {
        var found = new List<ModuleFolder>();
        var unreadable = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal))
        {
            try
            {
                found.AddRange(InspectAssembly(folder, file));
            }
            catch (BadImageFormatException)
            {
                unreadable.Add(Path.GetFileName(file));
            }
        }

        return found switch
        {
            [var single] => single,
            [] when unreadable.Count > 0 => throw new ModuleLoadException(
                ModuleLoadFailure.BrokenAssembly, $"{string.Join(", ", unreadable)} cannot be read as an assembly, and no other one holds a module class."),
            [] => throw new ModuleLoadException(
                ModuleLoadFailure.NoModuleClass, $"No assembly in the folder holds a class that derives from {nameof(ModularModule)}."),
            _ => throw new ModuleLoadException(
                ModuleLoadFailure.SeveralModuleClasses, $"Several classes derive from {nameof(ModularModule)}: {string.Join(", ", found.Select(module => module.ModuleClass))}."),
        };
    }

    private static IEnumerable<ModuleFolder> InspectAssembly(string folder, string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        if (!image.HasMetadata)
            return [];

        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Select(reference => new AssemblyReferenceName(metadata.GetString(reference.Name), reference.Version))
            .ToArray();
        if (!Array.Exists(references, reference => reference.Name == KernelAssembly))
            return [];

        var assembly = metadata.GetAssemblyDefinition();
        return
        [
            .. ModuleManifestMetadata.ReadAll(metadata).Select(manifest => new ModuleFolder(
                folder,
                file,
                metadata.GetString(assembly.Name),
                assembly.Version,
                manifest.Id ?? throw new ModuleLoadException(
                    ModuleLoadFailure.NoManifest, $"{manifest.ModuleClass} carries no [Module] attribute."),
                manifest.ModuleClass,
                references.First(reference => reference.Name == KernelAssembly).Version,
                references,
                manifest.DependsOn)),
        ];
    }
}
