using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;

namespace Modular.Kernel.GraphQL.Imports;

/// <summary>What the kernel brings to every schema for files that are taken in.</summary>
public static class ImportsContribution
{
    /// <summary>The registration, made like that of a module that is always enabled; its services join the host's.</summary>
    public static ModuleBuilder Create()
    {
        var assembly = typeof(ImportsContribution).Assembly;
        var manifest = new ModuleManifest("imports", "Imports", "Nhập dữ liệu", assembly.GetName().Version!, []);
        var contribution = new ModuleBuilder(manifest, assembly)
            .Database<ImportsDbContext>("kernel")
            .GraphQL(type => type.Namespace == typeof(ImportsContribution).Namespace);
        contribution.Services.AddScoped<ImportVisibility>();
        contribution.Services.AddSingleton<ImportJobs>();
        contribution.Services.AddHostedService(provider => provider.GetRequiredService<ImportJobs>());
        return contribution;
    }
}
