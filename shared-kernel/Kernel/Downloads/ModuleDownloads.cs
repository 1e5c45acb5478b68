using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Modules;

namespace Modular.Kernel.Downloads;

/// <summary>The downloads of one module: a feature of its registration.</summary>
public sealed class ModuleDownloads
{
    private readonly Dictionary<string, Type> byName = new(StringComparer.Ordinal);

    /// <summary>The names under which the module serves files.</summary>
    public IReadOnlyCollection<string> Names => byName.Keys;

    /// <summary>Who opens the files of a name, or null.</summary>
    public Type? Find(string name) => byName.GetValueOrDefault(name);

    internal void Add(string name, Type download)
    {
        if (!byName.TryAdd(name, download))
            throw new InvalidOperationException($"The download '{name}' is registered twice.");
    }
}

/// <summary>Registers downloads.</summary>
public static class DownloadRegistration
{
    /// <summary>Serves files at <c>/{province}/downloads/{name}/{id}</c>.</summary>
    /// <param name="module">The module's registration.</param>
    /// <param name="name">Lower-case words joined by hyphens.</param>
    /// <exception cref="InvalidOperationException">The module has a download of this name.</exception>
    public static ModuleBuilder Download<TDownload>(this ModuleBuilder module, string name)
        where TDownload : class, IModuleDownload
    {
        module.Features.GetOrAdd<ModuleDownloads>().Add(name, typeof(TDownload));
        module.Services.AddScoped<TDownload>();
        return module;
    }
}
