using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Organizations;

namespace Modular.Kernel.Postgres.Organizations;

/// <summary>The services of the organization tree.</summary>
internal static class OrganizationTreeServices
{
    public static IServiceCollection AddOrganizationTree(this IServiceCollection services)
    {
        services.AddScoped<TreeConnection>();
        services.AddScoped<OrganizationTree>();
        services.AddScoped<IOrganizationTree>(provider => provider.GetRequiredService<OrganizationTree>());
        services.AddScoped<IOrganizationTreeWriter, OrganizationTreeWriter>();
        return services;
    }
}
