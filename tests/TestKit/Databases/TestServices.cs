using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Connections;

namespace Modular.TestKit.Databases;

/// <summary>The container of a test database.</summary>
internal static class TestServices
{
    public static ServiceProvider Build(TestDatabase database, TestDatabaseOptions options)
    {
        var services = new ServiceCollection();
        services.AddSingleton(options.Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton(new InstalledModules(database.Modules));
        services.AddKernelPostgres(new ConnectionSettings(database.Connections.Application)
        {
            PoolSizePerProvince = 10,
            NeutralPoolSize = 10,
        });
        foreach (var module in database.Modules)
            services.Add(module.Registration.Services);

        options.Configure(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}
