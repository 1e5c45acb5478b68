using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>Registers what taking files in needs.</summary>
public static class ImportServices
{
    /// <summary>Adds the catalog of formats and the services that run, show and undo imports in a scope's province.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.TryAddSingleton(new ImportLimits());
        services.AddSingleton<ImportCatalog>();
        services.AddScoped<ImportBatchReader>();
        services.AddScoped<FileImports>();
        services.AddScoped<ImportUndo>();
        return services;
    }
}
