using System.Reflection;
using System.Runtime.Loader;

namespace Modular.Host.Modules;

/// <summary>Where one module's assembly and the packages that only it uses live; all that is shared comes from the host.</summary>
internal sealed class ModuleLoadContext(ModuleFolder module) : AssemblyLoadContext(module.Id)
{
    private readonly AssemblyDependencyResolver resolver = new(module.AssemblyPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (SharedAssemblies.Contains(assemblyName.Name!))
            return null;
        return resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;
}
