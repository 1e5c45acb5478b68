using System.Reflection;

namespace Modular.Kernel.Modules;

/// <summary>What a module says of itself before any code of it runs.</summary>
/// <param name="Id">The identifier, for instance <c>members</c>.</param>
/// <param name="Title">The English name.</param>
/// <param name="VietnameseTitle">The Vietnamese name.</param>
/// <param name="Version">The version of the module's assembly.</param>
/// <param name="DependsOn">The identifiers of the modules that it needs.</param>
public sealed record ModuleManifest(
    string Id, string Title, string VietnameseTitle, Version Version, IReadOnlyList<string> DependsOn)
{
    /// <summary>Reads the manifest off a module class.</summary>
    /// <exception cref="InvalidOperationException">The class carries no <see cref="ModuleAttribute"/>.</exception>
    public static ModuleManifest Of(Type moduleClass)
    {
        var attribute = moduleClass.GetCustomAttribute<ModuleAttribute>()
            ?? throw new InvalidOperationException($"{moduleClass.FullName} has no [Module] attribute.");
        return new ModuleManifest(
            attribute.Id,
            attribute.Title,
            attribute.VietnameseTitle,
            moduleClass.Assembly.GetName().Version ?? new Version(0, 0),
            [.. moduleClass.GetCustomAttributes<DependsOnAttribute>().Select(dependency => dependency.ModuleId)]);
    }
}
