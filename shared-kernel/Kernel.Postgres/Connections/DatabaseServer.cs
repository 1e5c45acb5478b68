using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Embedded;
using Modular.Kernel.Postgres.Migrations;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.Connections;

/// <summary>The PostgreSQL that the host works with: its own, or the one of the connection strings.</summary>
public sealed class DatabaseServer : IAsyncDisposable
{
    private readonly DatabaseOptions options;
    private readonly EmbeddedCluster? cluster;
    private readonly TimeProvider clock;
    private readonly ILoggerFactory loggers;

    private DatabaseServer(
        DatabaseOptions options, DatabaseConnections connections, EmbeddedCluster? cluster, TimeProvider clock, ILoggerFactory loggers)
    {
        this.options = options;
        Connections = connections;
        this.cluster = cluster;
        this.clock = clock;
        this.loggers = loggers;
    }

    /// <summary>The two ways in.</summary>
    public DatabaseConnections Connections { get; }

    /// <summary>Whether the host started this server itself.</summary>
    public bool IsEmbedded => cluster is not null;

    /// <summary>Fails when the host's own server ended for good; never completes with somebody else's.</summary>
    public Task Ended => cluster?.Ended ?? Task.Delay(Timeout.Infinite);

    /// <summary>Opens the configured server, or starts the host's own in the data folder.</summary>
    /// <exception cref="EmbeddedClusterException">The host's own server does not start.</exception>
    /// <exception cref="InvalidOperationException">One of the two connection strings is missing.</exception>
    public static async Task<DatabaseServer> OpenAsync(
        DatabaseOptions options, string dataFolder, TimeProvider clock, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (options is { Owner: { Length: > 0 } owner, Application: { Length: > 0 } application })
            return new DatabaseServer(options, new DatabaseConnections(owner, application), cluster: null, clock, loggers);
        if (!string.IsNullOrEmpty(options.Owner) || !string.IsNullOrEmpty(options.Application))
            throw new InvalidOperationException(
                "A server needs two connection strings: Database:Owner for the role that owns the tables, Database:Application for the role that serves requests.");

        var embedded = new EmbeddedClusterOptions(dataFolder) { BinariesFolder = options.Binaries };
        var cluster = await EmbeddedCluster.StartAsync(embedded, clock, loggers, cancellationToken);
        return new DatabaseServer(options, cluster.Connections, cluster, clock, loggers);
    }

    /// <summary>Migrates the schemas, writes the provinces, and checks that the application role can't step around row-level security.</summary>
    /// <returns>How many migrations were applied, and which modules' schemas could not be brought up to date.</returns>
    /// <exception cref="MigrationException">A migration of a schema that is no module's failed.</exception>
    /// <exception cref="ApplicationRoleException">The application role may do too much.</exception>
    public async Task<MigrationOutcome> PrepareAsync(
        IReadOnlyCollection<DatabaseSchema> schemas, IReadOnlyCollection<Province> provinces, CancellationToken cancellationToken)
    {
        var migrator = new DatabaseMigrator(
            Connections.Owner, Connections.ApplicationRole, clock, loggers.CreateLogger<DatabaseMigrator>());
        var migrated = await migrator.MigrateEachAsync(schemas, cancellationToken);
        await ProvinceStore.SaveAsync(Connections.Owner, provinces, cancellationToken);
        await ApplicationRoleGuard.CheckAsync(Connections, cancellationToken);
        await CompareConnectionsAsync(cancellationToken);
        return migrated;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => cluster?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Says it when the pools could ask the server for more connections than it takes: requests would fail under load, and only then.</summary>
    private async Task CompareConnectionsAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(Connections.Application) { Pooling = false, ApplicationName = "modular/check" });
        await using var command = source.CreateCommand(
            "select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int");
        var taken = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        if (options.MaxConnections > taken)
            loggers.CreateLogger<DatabaseServer>().LogWarning(
                "Database:MaxConnections is {Wanted}, but the server takes {Taken} connections. Lower the one or raise the other.",
                options.MaxConnections,
                taken);
    }
}
