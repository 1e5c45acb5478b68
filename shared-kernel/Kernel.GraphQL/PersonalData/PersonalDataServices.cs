using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.AccessLog;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.PersonalData;

/// <summary>Adds what reads all that the system keeps about a person, and what logs the fetching of files about persons.</summary>
public static class PersonalDataServices
{
    /// <summary>Adds the catalog and its reader, and the log of downloads. Parts of the system beside modules and kernel name their tables by adding <c>IEnumerable&lt;PersonalDataTable&gt;</c>.</summary>
    public static IServiceCollection AddPersonalData(this IServiceCollection services)
    {
        services.AddSingleton<PersonalDataCatalog>();
        services.AddSingleton<PersonalDataEraser>();
        services.AddSingleton<PersonMerger>();
        services.AddScoped(provider => new DownloadLog(
            provider.GetRequiredService<SensitiveReadWriter>(),
            provider.GetRequiredService<ICurrentProvince>(),
            provider.GetRequiredService<ICurrentAccess>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new PersonalDataReader(
            provider.GetRequiredService<PersonalDataCatalog>(),
            provider.GetRequiredService<ProvinceDataSources>(),
            provider.GetRequiredService<SensitiveReadWriter>(),
            provider.GetRequiredService<ICurrentProvince>(),
            provider.GetRequiredService<ICurrentAccess>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
