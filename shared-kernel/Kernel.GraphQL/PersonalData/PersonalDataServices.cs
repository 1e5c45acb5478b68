using Microsoft.Extensions.DependencyInjection;

namespace Modular.Kernel.GraphQL.PersonalData;

/// <summary>Adds what reads all that the system keeps about a person.</summary>
public static class PersonalDataServices
{
    /// <summary>Adds the catalog and its reader. Parts of the system beside modules and kernel name their tables by adding <c>IEnumerable&lt;PersonalDataTable&gt;</c>.</summary>
    public static IServiceCollection AddPersonalData(this IServiceCollection services)
    {
        services.AddSingleton<PersonalDataCatalog>();
        services.AddScoped<PersonalDataReader>();
        return services;
    }
}
