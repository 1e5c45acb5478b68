using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.Migrations;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.TestKit.Databases;

/// <summary>
/// A fresh database with the schemas of some modules, the provinces of <see cref="TestProvinces"/> with all these modules enabled, and the
/// roles of production. It is a copy of a migrated template, so making one takes a blink.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();

    private readonly string name;
    private readonly ServiceProvider services;

    private TestDatabase(
        string name,
        DatabaseConnections connections,
        IReadOnlyList<InstalledModule> modules,
        IReadOnlyList<DatabaseSchema> schemas,
        TestDatabaseOptions options)
    {
        this.name = name;
        Connections = connections;
        Modules = modules;
        Schemas = schemas;
        services = TestServices.Build(this, options);
    }

    /// <summary>The connection strings of owner and application.</summary>
    public DatabaseConnections Connections { get; }

    /// <summary>The registered modules.</summary>
    public IReadOnlyList<InstalledModule> Modules { get; }

    /// <summary>The schemas beside the kernel's.</summary>
    public IReadOnlyList<DatabaseSchema> Schemas { get; }

    /// <summary>The container in which the modules and the kernel are registered, as in the host.</summary>
    public IServiceProvider Services => services;

    /// <summary>The application's connections.</summary>
    public ProvinceDataSources DataSources => services.GetRequiredService<ProvinceDataSources>();

    /// <summary>Makes a database for these modules, each after those it depends on.</summary>
    public static Task<TestDatabase> CreateAsync(params IReadOnlyList<ModularModule> modules) =>
        CreateAsync(new TestDatabaseOptions(), modules);

    /// <summary>Makes a database for these modules, each after those it depends on.</summary>
    public static async Task<TestDatabase> CreateAsync(TestDatabaseOptions options, params IReadOnlyList<ModularModule> modules)
    {
        InstalledModule[] installed = [.. modules.Select(Install)];
        DatabaseSchema[] schemas = [.. options.Schemas, .. installed.Select(SchemaOf).OfType<DatabaseSchema>()];
        var key = string.Join(',', schemas.Select(schema => $"{schema.Schema}@{schema.Assembly.FullName}").Concat(installed.Select(module => module.Id)));
        var template = await Templates.GetOrAdd(key, _ => new Lazy<Task<string>>(() => MakeTemplateAsync(schemas, installed))).Value;

        var name = "test_" + Guid.NewGuid().ToString("n");
        var cluster = await TestCluster.ConnectionsAsync();
        await AdministerAsync(cluster, $"create database {name} template {template}");
        return new TestDatabase(name, In(cluster, name), installed, schemas, options);
    }

    /// <summary>Opens a scope in a province with somebody's rights, as a request does.</summary>
    public TestScope Enter(Province province, ICurrentAccess access) => new(services, province, access);

    /// <summary>Opens a scope in Nam Dinh with every right.</summary>
    public TestScope Enter() => Enter(TestProvinces.NamDinh, new SystemAccess("test"));

    /// <summary>Builds a second container on the same database, as another host would have.</summary>
    public ServiceProvider AnotherHost(Action<IServiceCollection>? configure = null) =>
        TestServices.Build(this, new TestDatabaseOptions { Configure = configure ?? (_ => { }) });

    /// <summary>Hands all published events to the modules, until there are none left.</summary>
    public Task DispatchEventsAsync() => services.GetRequiredService<EventDispatcher>().DrainAsync(CancellationToken.None);

    /// <summary>Runs a statement as the application's role in a province.</summary>
    public async Task<int> ExecuteAsync(Province province, string sql, params IEnumerable<object> values)
    {
        await using var command = CommandOf(DataSources.Of(province.Id), sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads one value as the application's role in a province.</summary>
    public async Task<T> ScalarAsync<T>(Province province, string sql, params IEnumerable<object> values)
    {
        await using var command = CommandOf(DataSources.Of(province.Id), sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Opens a connection of the owner's role.</summary>
    public async Task<NpgsqlConnection> OpenAsOwnerAsync()
    {
        var connection = new NpgsqlConnection(Unpooled(Connections.Owner));
        await connection.OpenAsync();
        return connection;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await AdministerAsync(await TestCluster.ConnectionsAsync(), $"drop database {name} with (force)");
    }

    private static NpgsqlCommand CommandOf(NpgsqlDataSource source, string sql, IEnumerable<object> values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static InstalledModule Install(ModularModule module)
    {
        var manifest = ModuleManifest.Of(module.GetType());
        var builder = new ModuleBuilder(manifest, module.GetType().Assembly);
        module.Register(builder);
        return new InstalledModule(manifest, builder);
    }

    private static ModuleDatabase? SchemaOf(InstalledModule module) => module.Registration.Features.Get<ModuleDatabase>();

    private static async Task<string> MakeTemplateAsync(IReadOnlyList<DatabaseSchema> schemas, IReadOnlyList<InstalledModule> modules)
    {
        var name = "template_" + Guid.NewGuid().ToString("n");
        var cluster = await TestCluster.ConnectionsAsync();
        await AdministerAsync(cluster, $"create database {name}");
        var connections = In(cluster, name);
        var migrator = new DatabaseMigrator(
            connections.Owner, connections.ApplicationRole, TimeProvider.System, NullLogger<DatabaseMigrator>.Instance);
        await migrator.MigrateAsync(schemas, CancellationToken.None);
        await ProvinceStore.SaveAsync(connections.Owner, TestProvinces.All, CancellationToken.None);
        await using var owner = NpgsqlDataSource.Create(Unpooled(connections.Owner));
        await using var enable = owner.CreateCommand(
            """
            insert into kernel.province_modules (province_id, module, enabled, changed_at, changed_by_name)
            select province.id, module, true, now(), 'test' from kernel.provinces as province cross join unnest($1) as module
            """);
        enable.Parameters.Add(new NpgsqlParameter { Value = modules.Select(module => module.Id).ToArray() });
        await enable.ExecuteNonQueryAsync();
        return name;
    }

    private static async Task AdministerAsync(DatabaseConnections cluster, string sql)
    {
        await using var source = NpgsqlDataSource.Create(Unpooled(cluster.Owner));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static DatabaseConnections In(DatabaseConnections cluster, string database) => new(
        new NpgsqlConnectionStringBuilder(cluster.Owner) { Database = database }.ConnectionString,
        new NpgsqlConnectionStringBuilder(cluster.Application) { Database = database }.ConnectionString);

    private static string Unpooled(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { Pooling = false, CommandTimeout = 60 }.ConnectionString;
}
