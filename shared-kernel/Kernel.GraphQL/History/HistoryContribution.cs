using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;

namespace Modular.Kernel.GraphQL.History;

/// <summary>What the kernel brings to every schema for the history of edits.</summary>
public static class HistoryContribution
{
    /// <summary>The registration, made like that of a module that is always enabled; its services join the host's, beside <see cref="HistoryFields"/>.</summary>
    public static ModuleBuilder Create()
    {
        var assembly = typeof(HistoryContribution).Assembly;
        var manifest = new ModuleManifest("history", "History", "Lịch sử thay đổi", assembly.GetName().Version!, []);
        var contribution = new ModuleBuilder(manifest, assembly)
            .Permissions(HistoryPermissions.All)
            .Database<HistoryDbContext>("kernel")
            .GraphQL(type => type.Namespace == typeof(HistoryContribution).Namespace);
        contribution.Services.AddScoped<ChangeFeed>();
        return contribution;
    }
}
