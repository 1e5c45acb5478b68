using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Imports.Running;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>Registers what taking files in needs.</summary>
public static class ImportServices
{
    /// <summary>Adds the catalog of formats and the services that run, show and undo imports in a scope's province.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.TryAddSingleton(new ImportLimits());
        services.TryAddSingleton<ImportCatalog>();
        services.TryAddSingleton<ImportTurns>();
        services.TryAddScoped<ImportBatchReader>();
        services.TryAddScoped<ImportSessions>();
        services.TryAddScoped(provider => new FileImports(
            provider.GetRequiredService<ImportCatalog>(),
            provider.GetRequiredService<ImportBatchReader>(),
            provider.GetRequiredService<ImportSessions>(),
            provider.GetRequiredService<ImportTurns>(),
            provider.GetRequiredService<ImportLimits>(),
            provider.GetRequiredService<ILogger<FileImports>>()));
        services.TryAddScoped(provider => new ImportUndo(
            provider.GetRequiredService<ImportCatalog>(),
            provider.GetRequiredService<ImportBatchReader>(),
            provider.GetRequiredService<ImportSessions>()));
        return services;
    }
}
