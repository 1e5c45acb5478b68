using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Modular.GraphQL;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.Execution;
using Modular.Host.Administration;
using Modular.Host.Archives;
using Modular.Host.Documents;
using Modular.Host.Exports;
using Modular.Host.Identity;
using Modular.Host.Limits;
using Modular.Host.Modules;
using Modular.Host.Provinces;
using Modular.Host.Provinces.Planning;
using Modular.Host.Schemas;
using Modular.Host.Telemetry;
using Modular.Host.WorkItems;
using Modular.Kernel.GraphQL;
using Modular.Kernel.GraphQL.AccessLog;
using Modular.Kernel.GraphQL.Exports;
using Modular.Kernel.GraphQL.History;
using Modular.Kernel.GraphQL.Imports;
using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.GraphQL.WorkItems;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.Telemetry;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Provinces;
using Modular.Kernel.WorkItems;

namespace Modular.Host.Startup;

/// <summary>All services of the host, and those that the modules brought.</summary>
internal static class HostServices
{
    public static void Add(WebApplicationBuilder builder, ModuleLoadReport modules, HostSettings settings, ConnectionSettings connections)
    {
        var services = builder.Services;
        services.AddSingleton(modules);
        services.AddSingleton(modules.Installed);
        services.AddSingleton<ModuleFaults>();
        services.AddSingleton<IModuleFaultLog>(provider => provider.GetRequiredService<ModuleFaults>());
        services.AddSingleton(new ModuleWork(settings.Modules.MostLeftBehind));
        services.AddHostedService<StrayFailures>();
        services.AddSingleton<ProvinceVolumes>();
        services.AddSingleton(builder.Configuration.GetSection("Events").Get<EventDispatchOptions>() ?? new EventDispatchOptions());
        services.AddKernelPostgres(connections);
        services.AddKernelPostgresBackground();
        services.AddModularIdentity(builder.Configuration, settings.Identity);

        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });

        services.AddSingleton<ProvinceDirectory>();
        services.AddSingleton<ModuleEffects>();
        services.AddSingleton<ModulePlanning>();
        services.AddSingleton<ModuleExport>();
        services.AddSingleton<ModuleRemoval>();
        services.AddSingleton<ModuleRestore>();
        services.AddSingleton<ModuleSwitch>();
        services.AddSingleton<ProvinceWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ProvinceWatch>());

        var imports = ImportsContribution.Create();
        services.Add(imports.Services);
        var history = HistoryContribution.Create();
        services.Add(history.Services);
        var accessLog = AccessLogContribution.Create();
        services.Add(accessLog.Services);
        var system = SystemContribution.Create();
        services.Add(system.Services);
        var workItems = WorkItemsContribution.Create();
        services.Add(workItems.Services);
        services.AddScoped<IWorkItemAssignees, WorkItemAssignees>();
        var exports = ExportsContribution.Create();
        services.Add(exports.Services);
        services.AddSingleton(new AlwaysEnabled(exports));
        services.AddSingleton<IExportGrounds, ExportGrounds>();
        ModuleBuilder[] registrations = [system, workItems, exports, .. modules.Installed.All.Select(module => module.Registration)];
        services.AddSingleton(new HistoryFields(registrations));
        services.AddPersonalData();
        services.AddSingleton(IdentityPersonalData.Tables);
        services.AddSingleton(new TypeReadings(registrations));
        services.AddSingleton(provider => new SchemaComposer(
            provider, system, imports, history, accessLog, workItems, exports)
        {
            PageSize = settings.Limits.PageSize,
        });
        services.AddSingleton<KernelRequests>();
        services.AddSingleton<SchemaSnapshots>();
        services.AddSingleton(new GraphQLEngine(settings.Limits.ToEngine(settings.GraphQL.Introspection)));
        services.AddSingleton(settings.Documents);
        services.AddSingleton(new PersistedDocuments());
        services.AddSingleton<TrustedDocumentFolder>();
        services.AddSingleton(settings.Limits);
        services.AddSingleton<UserTurns>();
        services.AddSingleton<UserAllowances>();
        services.AddSingleton<AddressRates>();
        services.AddSingleton(settings.Telemetry);
        services.AddSingleton<ExecutionObservers>();
        services.AddSingleton<VietnameseErrors>();
        services.AddScoped<IExecutionObserver>(provider => provider.GetRequiredService<ExecutionObservers>().Of(provider.GetRequiredService<ICurrentProvince>().Province.Id));
        if (settings.Telemetry.Endpoint is not null)
            services.AddHostedService(_ => new TelemetryExport(settings.Telemetry));
        services.AddSingleton<EntranceChanges>();
        services.AddSingleton<Admission>();
        services.AddSingleton<RequestEntrance>();
        services.AddSingleton<TokenReading>();
        services.AddSingleton<StreamEntrance>();

        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        GuardedService.AddAll(services, modules.Installed, settings.Modules);
    }
}
