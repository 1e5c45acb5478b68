using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Modules;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.History;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Postgres.Organizations;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.Provinces.Merging;
using Modular.Kernel.Postgres.Retention;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.Telemetry;
using Modular.Kernel.Postgres.Time;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Modular.Kernel.WorkItems;

namespace Modular.Kernel.Postgres;

/// <summary>The kernel's own services on PostgreSQL.</summary>
public static class KernelPostgresServices
{
    /// <summary>
    /// Adds what every module's database stands on: connections per province, scopes, the unit of work, policies, the organization tree and
    /// the events between modules. Nothing runs by itself; see <see cref="AddKernelPostgresBackground"/>.
    /// </summary>
    public static IServiceCollection AddKernelPostgres(this IServiceCollection services, ConnectionSettings connections)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new ModuleWork(ModuleWork.DefaultMostLeftBehind));
        services.AddSingleton(connections);
        services.AddSingleton<ProvinceDataSources>();
        services.AddSingleton<ProvinceModules>();
        services.AddScoped(typeof(IEnabledPorts<>), typeof(EnabledPorts<>));
        services.AddScoped<IWorkingDays, WorkingDays>();
        services.AddScoped<CurrentScope>();
        services.AddScoped<ICurrentProvince>(provider => provider.GetRequiredService<CurrentScope>());
        services.AddScoped(provider => provider.GetRequiredService<CurrentScope>().Access);
        services.AddScoped<RequestIdempotency>();
        services.AddScoped<ScopeTransaction>();
        services.AddScoped<ILettersBetweenProvinces, LettersBetweenProvinces>();
        services.AddSingleton<ProvinceMerger>();
        services.AddScoped<IPolicies, ProvincePolicies>();
        services.AddSingleton<PolicyCatalog>();
        services.AddScoped<PolicyDecisions>();
        services.AddScoped<PolicyRecords>();
        services.AddSingleton<WorkItemCatalog>();
        services.AddSingleton<OpenWorkItemCounts>();
        services.AddSingleton<WorkItemKinds>();
        services.AddSingleton(provider => new WorkItemSweep(
            provider.GetRequiredService<WorkItemKinds>(),
            provider.GetRequiredService<ProvinceModules>(),
            provider.GetRequiredService<ProvinceDataSources>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IModuleFaultLog>(),
            provider.GetRequiredService<ILogger<WorkItemSweep>>()));
        services.AddScoped<IWorkItems, WorkItemReconsideration>();
        services.AddOrganizationTree();
        services.AddImports();
        services.TryAddSingleton<EventDispatchOptions>();
        services.AddSingleton<OutboxAnnouncements>();
        services.AddSingleton<EventDispatcher>();
        services.AddSingleton<EventQueues>();
        services.AddSingleton<SensitiveReadWriter>();
        services.AddSingleton<HistorySealer>();
        services.AddSingleton<HistoryVerifier>();
        services.AddSingleton<ReadSealer>();
        services.AddSingleton<ReadLogVerifier>();
        services.AddSingleton<ReadArchiveCheck>();
        services.AddSingleton<ReadArchiving>();
        services.AddSingleton<AgedRecordsRemoval>();
        services.AddSingleton<DatabaseNotifications>();
        services.AddSingleton<DatabaseFeeds>();
        return services;
    }

    /// <summary>Lets a serving host listen to announcements in the database and hand events to its modules.</summary>
    public static IServiceCollection AddKernelPostgresBackground(this IServiceCollection services)
    {
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseNotifications>());
        services.AddHostedService<EventDispatchService>();
        services.AddHostedService<AgedRecordsService>();
        services.AddHostedService<HistorySealing>();
        services.AddHostedService<WorkItemSweepService>();
        return services;
    }
}
