using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Organizations;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres;

/// <summary>The kernel's own services on PostgreSQL.</summary>
public static class KernelPostgresServices
{
    /// <summary>Adds what every module's database stands on: connections per province, scopes and the unit of work.</summary>
    public static IServiceCollection AddKernelPostgres(this IServiceCollection services, ConnectionSettings connections)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new ProvinceDataSources(connections));
        services.AddScoped<CurrentScope>();
        services.AddScoped<ICurrentProvince>(provider => provider.GetRequiredService<CurrentScope>());
        services.AddScoped(provider => provider.GetRequiredService<CurrentScope>().Access);
        services.AddScoped<RequestIdempotency>();
        services.AddScoped<ScopeTransaction>();
        services.AddSingleton<ProvinceModules>();
        services.AddOrganizationTree();
        return services;
    }
}
