using Microsoft.Extensions.Logging.Abstractions;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Embedded;

namespace Modular.TestKit.Databases;

/// <summary>One throw-away PostgreSQL for all tests of a run: started by the first test that needs it, gone with the run.</summary>
internal static class TestCluster
{
    private const string FolderPrefix = "modular-test-";

    private static readonly Lazy<Task<EmbeddedCluster>> Cluster = new(StartAsync);

    public static async Task<DatabaseConnections> ConnectionsAsync() => (await Cluster.Value).Connections;

    private static async Task<EmbeddedCluster> StartAsync()
    {
        var root = Path.GetTempPath();
        await RemoveLeftoversAsync(root);
        var folder = Directory.CreateDirectory(Path.Combine(root, FolderPrefix + Guid.NewGuid().ToString("n")[..12])).FullName;
        var options = new EmbeddedClusterOptions(folder) { IsDurable = false, OwnerMakesDatabases = true };
        var cluster = await EmbeddedCluster.StartAsync(options, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            cluster.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Directory.Delete(folder, recursive: true);
        };
        return cluster;
    }

    /// <summary>Ends and removes what runs that were killed left behind; the folder's lock tells them from runs that go on.</summary>
    private static async Task RemoveLeftoversAsync(string root)
    {
        foreach (var folder in Directory.EnumerateDirectories(root, FolderPrefix + "*"))
        {
            // A younger one may be about to take its lock.
            if (Directory.GetCreationTimeUtc(folder) > TimeProvider.System.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(2))
                continue;
            try
            {
                using var taken = DataFolderLock.Take(folder);
                await ClusterProcesses.ClearAsync(Path.Combine(folder, "postgres"), TimeSpan.Zero, TimeProvider.System, CancellationToken.None);
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception inUse) when (inUse is EmbeddedClusterException or IOException or UnauthorizedAccessException)
            {
                // Another run works there, or removes it right now.
            }
        }
    }
}
