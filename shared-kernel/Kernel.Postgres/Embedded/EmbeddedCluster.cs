using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>
/// The host's own PostgreSQL: made in the data folder when it is not there yet, started with the host and stopped with it, started again
/// when it ends by accident, and recovered when it or the host was killed.
/// </summary>
public sealed class EmbeddedCluster : IAsyncDisposable
{
    private readonly ServerProcess server;
    private readonly DataFolderLock folderLock;

    private EmbeddedCluster(ServerProcess server, DataFolderLock folderLock, DatabaseConnections connections)
    {
        this.server = server;
        this.folderLock = folderLock;
        Connections = connections;
    }

    /// <summary>The connection strings of the two roles.</summary>
    public DatabaseConnections Connections { get; }

    /// <summary>Completes when the server was stopped; fails when it ends again and again and is given up.</summary>
    public Task Ended => server.Ended;

    /// <summary>Makes the cluster if need be, and starts it. When this returns it takes connections.</summary>
    /// <exception cref="EmbeddedClusterException">There is no PostgreSQL, or the folder is in use, or the server does not start.</exception>
    public static async Task<EmbeddedCluster> StartAsync(
        EmbeddedClusterOptions options, TimeProvider clock, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var dataFolder = Path.GetFullPath(options.DataFolder);
        Directory.CreateDirectory(dataFolder);
        var folderLock = DataFolderLock.Take(dataFolder);
        try
        {
            var setup = await ClusterSetup.PrepareAsync(options with { DataFolder = dataFolder }, clock, loggers, cancellationToken);
            var server = new ServerProcess(setup, clock, loggers.CreateLogger<EmbeddedCluster>());
            await server.StartAsync(cancellationToken);
            return new EmbeddedCluster(server, folderLock, setup.Connections);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server, without waiting for its clients, and gives the folder free.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        folderLock.Dispose();
    }
}
