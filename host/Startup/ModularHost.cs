using Modular.Host.Documents;
using Modular.Host.Identity;
using Modular.Host.Modules;
using Modular.Host.Provinces;
using Modular.Host.Samples.Loading;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Migrations;
using Modular.Kernel.Postgres.Provinces;
using Npgsql;

namespace Modular.Host.Startup;

/// <summary>The host put together: database, modules, services and endpoints, migrated and ready to serve or to be worked with.</summary>
internal sealed class ModularHost : IAsyncDisposable
{
    private readonly DatabaseServer database;
    private readonly HostSettings settings;
    private RunningHost? announcement;

    private ModularHost(WebApplication application, DatabaseServer database, HostSettings settings, ModuleLoadReport modules)
    {
        Application = application;
        Modules = modules;
        this.database = database;
        this.settings = settings;
    }

    /// <summary>The web application with all services.</summary>
    public WebApplication Application { get; }

    /// <summary>What became of the modules.</summary>
    public ModuleLoadReport Modules { get; }

    /// <summary>What the configuration says.</summary>
    public HostSettings Settings => settings;

    /// <summary>The connection string of the role that owns the tables: for operators' acts that the application may not do.</summary>
    public string OwnerConnection => database.Connections.Owner;

    /// <summary>The services.</summary>
    public IServiceProvider Services => Application.Services;

    /// <summary>Loads the modules, opens and migrates the database, and reads the provinces. Nothing listens yet.</summary>
    /// <exception cref="HostRefusedToStartException">A module is faulty, and the settings are strict about it.</exception>
    public static async Task<ModularHost> OpenAsync(HostStart start, CancellationToken cancellationToken)
    {
        var builder = HostConfiguration.CreateBuilder(start);
        var settings = HostSettings.From(builder.Configuration);
        using var loggers = LoggerFactory.Create(logging =>
        {
            logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
            logging.AddHostConsole();
        });

        // The database takes about as long to start as the modules to load.
        var loading = Task.Run(() => InstalledModuleSource.Load(start, settings.Modules), cancellationToken);
        var database = await OpenDatabaseAsync(start, settings, loggers, cancellationToken);
        try
        {
            var modules = await loading;
            RefuseFaulty(modules, settings);
            var migrated = await database.PrepareAsync(SchemasOf(modules.Installed), settings.Provinces, cancellationToken);
            modules = WithoutFailed(modules, migrated, start);
            RefuseFaulty(modules, settings);
            if (start.TakesSampleProvinces && settings.Sample.Load && await CountProvincesAsync(database, cancellationToken) == 0)
                await ProvinceStore.SaveAsync(database.Connections.Owner, SampleProvinces.All, cancellationToken);
            var provinces = await CountProvincesAsync(database, cancellationToken);
            var connections = settings.Database.Divide(database.Connections, provinces);
            if (settings.Database.ConnectionShortage(provinces) is { } shortage)
                loggers.CreateLogger<DatabaseServer>().LogWarning("{Shortage}", shortage);
            (var application, modules) = ApplicationBuild.Build(builder, start, settings, modules, connections);
            ModuleReporting.Log(modules, loggers.CreateLogger<ModuleLoader>());
            RefuseFaulty(modules, settings);
            var host = new ModularHost(application, database, settings, modules);
            await host.ReadProvincesAsync(cancellationToken);
            HostEndpoints.Map(host.Application, settings);
            return host;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Listens, and leaves word for operators' commands on this machine.</summary>
    /// <exception cref="HostRefusedToStartException">The trusted documents cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Services.GetRequiredService<TrustedDocumentFolder>().Open();
        await Application.StartAsync(cancellationToken);
        if (database.IsEmbedded)
            announcement = RunningHost.Announce(settings.DataFolder, database.Connections);
    }

    /// <summary>Waits until somebody wants the host to stop, or until its own database ended for good.</summary>
    public async Task WaitForShutdownAsync()
    {
        var stopping = Application.WaitForShutdownAsync();
        if (await Task.WhenAny(stopping, database.Ended) == stopping)
            return;
        await Application.StopAsync();
        await database.Ended;
    }

    /// <summary>The province of this slug.</summary>
    /// <exception cref="HostRefusedToStartException">There is none.</exception>
    public ServedProvince FindProvince(string slug) => Services.GetRequiredService<ProvinceDirectory>().State.Find(slug)
        ?? throw new HostRefusedToStartException($"There is no province '{slug}'.");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        announcement?.Dispose();
        await Application.DisposeAsync();
        await database.DisposeAsync();
    }

    private static Task<DatabaseServer> OpenDatabaseAsync(
        HostStart start, HostSettings settings, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var options = settings.Database;
        if (start.JoinsRunningHost && options is { Owner: null, Application: null } && RunningHost.Find(settings.DataFolder) is { } running)
            (options.Owner, options.Application) = (running.Owner, running.Application);
        if (string.IsNullOrEmpty(options.Owner) != string.IsNullOrEmpty(options.Application))
            throw new HostRefusedToStartException(
                "A PostgreSQL of one's own takes two roles: --connection for the one that serves requests (Database:Application), "
                + "--owner-connection for the one that owns the tables and migrates (Database:Owner). docs/operations.md says how to make them.");
        return DatabaseServer.OpenAsync(options, settings.DataFolder, TimeProvider.System, loggers, cancellationToken);
    }

    private static List<DatabaseSchema> SchemasOf(InstalledModules modules) =>
    [
        IdentityServices.Schema,
        .. modules.All.Select(module => module.Registration.Features.Get<ModuleDatabase>()).OfType<DatabaseSchema>(),
    ];

    private static void RefuseFaulty(ModuleLoadReport modules, HostSettings settings)
    {
        if (settings.Modules.Strict && modules.Faulty.FirstOrDefault() is { } faulty)
            throw new HostRefusedToStartException($"A module is faulty, and Modules:Strict is set: {faulty.Name}: {faulty.Reason}");
    }

    private static ModuleLoadReport WithoutFailed(ModuleLoadReport modules, MigrationOutcome migrated, HostStart start)
    {
        foreach (var failure in migrated.Failures)
        {
            if (start.Modules is not null)
                throw failure;
            var module = modules.Installed.All.FirstOrDefault(module => module.Registration.Features.Get<ModuleDatabase>()?.Schema == failure.Schema);
            if (module is not null)
                modules = modules.Without(module.Id, ModuleLoadFailure.MigrationFailed, failure.Message);
        }

        return modules;
    }

    private static async Task<int> CountProvincesAsync(DatabaseServer database, CancellationToken cancellationToken)
    {
        await using var source = new NpgsqlDataSourceBuilder(database.Connections.Application) { ConnectionStringBuilder = { Pooling = false } }.Build();
        return (await ProvinceStore.ReadAsync(source, cancellationToken)).Count;
    }

    /// <summary>Reads provinces and their modules again, and sets up the roles that a province starts with.</summary>
    public async Task ReadProvincesAsync(CancellationToken cancellationToken)
    {
        var state = await Services.GetRequiredService<ProvinceDirectory>().ReloadAsync(cancellationToken);
        var roles = Services.GetRequiredService<RoleSetup>();
        foreach (var served in state.All)
            await roles.SetUpAsync(served.Province.Id, cancellationToken);
    }
}
