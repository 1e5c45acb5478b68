using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Postgres.Writing;

namespace Modular.Kernel.Postgres;

/// <summary>The services that belong to one module's database.</summary>
internal static class ModuleDatabaseServices
{
    public static void AddModuleDatabase<TContext>(this IServiceCollection services, ModuleDatabase database)
        where TContext : ModuleDbContext
    {
        services.AddSingleton<DatabaseSchema>(database);
        services.AddSingleton(provider => new ModuleContextFactory<TContext>(
            database,
            provider.GetRequiredService<ProvinceDataSources>(),
            provider.GetRequiredService<WorkItemKinds>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetService<ApplicationFilters>() ?? ApplicationFilters.On));
        services.AddSingleton<IModuleContextFactory>(provider => provider.GetRequiredService<ModuleContextFactory<TContext>>());
        services.AddScoped(ContextOfScope<TContext>);
        services.AddScoped<IWrite<TContext>, Write<TContext>>();
        services.AddScoped<IJoinedWrite<TContext>, JoinedWrite<TContext>>();
    }

    /// <summary>The context of the transaction that runs in this scope (an event handler's), else one for reading.</summary>
    private static TContext ContextOfScope<TContext>(IServiceProvider provider)
        where TContext : ModuleDbContext
    {
        if (provider.GetRequiredService<ScopeTransaction>().Unit?.Context is TContext writing)
            return writing;
        var scope = provider.GetRequiredService<CurrentScope>();
        return provider.GetRequiredService<ModuleContextFactory<TContext>>().CreateForReading(scope.Province.Id, scope.Access);
    }
}
