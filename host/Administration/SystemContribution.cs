using Modular.Host.Identity;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;

namespace Modular.Host.Administration;

/// <summary>What the host itself brings to every schema: who asks, and which modules there are.</summary>
internal static class SystemContribution
{
    /// <summary>The registration, made like that of a module that is always enabled.</summary>
    public static ModuleBuilder Create()
    {
        var assembly = typeof(SystemContribution).Assembly;
        var manifest = new ModuleManifest("system", "System", "Hệ thống", assembly.GetName().Version!, []);
        return new ModuleBuilder(manifest, assembly).Permissions(HostPermissions.All).GraphQL();
    }
}
