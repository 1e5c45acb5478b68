using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.GraphQL.Exports.Files;
using Modular.Kernel.GraphQL.Exports.Planning;
using Modular.Kernel.GraphQL.Exports.Running;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.WorkItems;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>What the kernel brings to every schema for lists that are taken away as files. The host adds <see cref="IExportGrounds"/>.</summary>
public static class ExportsContribution
{
    /// <summary>The registration, made like that of a module that is always enabled; its services join the host's.</summary>
    public static ModuleBuilder Create()
    {
        var assembly = typeof(ExportsContribution).Assembly;
        var manifest = new ModuleManifest("exports", "Exports", "Xuất dữ liệu", assembly.GetName().Version!, []);
        var contribution = new ModuleBuilder(manifest, assembly)
            .Permissions(ExportPermissions.All)
            .Database<ExportsDbContext>("kernel")
            .WorkItems(new ExportToApprove())
            .GraphQL(type => type.Namespace == typeof(ExportsContribution).Namespace);
        contribution.Services
            .AddScoped<ExportRequesting>()
            .AddScoped<ExportDeciding>()
            .AddScoped<ExportPlace>()
            .AddSingleton<ExportPlanner>()
            .AddSingleton<ExportStore>()
            .AddSingleton<ExportPages>()
            .AddSingleton<ExportRun>()
            .AddSingleton<ExportExpiry>()
            .AddSingleton<ExportFiles>()
            .AddHostedService<ExportRunner>()
            .AddHostedService<ExportTidying>();
        return contribution;
    }
}
