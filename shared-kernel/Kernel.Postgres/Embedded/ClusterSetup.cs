using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Npgsql;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>A cluster that is ready to be started.</summary>
internal sealed class ClusterSetup
{
    private const int LongestSocketPath = 100;

    private readonly EmbeddedClusterOptions options;
    private readonly ServerUser user;
    private readonly PostgresBinaries binaries;
    private readonly ClusterAddress address;

    private ClusterSetup(
        EmbeddedClusterOptions options, string folder, ServerUser user, PostgresBinaries binaries, ClusterCredentials credentials)
    {
        this.options = options;
        this.user = user;
        this.binaries = binaries;
        Folder = folder;
        address = ChooseAddress(folder);
        Connections = new DatabaseConnections(
            ConnectionString(ClusterFiles.OwnerRole, credentials.OwnerPassword),
            ConnectionString(ClusterFiles.ApplicationRole, credentials.ApplicationPassword));
    }

    public string Folder { get; }

    public DatabaseConnections Connections { get; }

    public string LogFile => Path.Combine(options.DataFolder, "postgres.log");

    public IReadOnlyList<string> StartCommand =>
        user.Command(binaries.Program("postgres"), ["-D", Folder, .. ClusterFiles.StartOptions(address, options.IsDurable)]);

    public IReadOnlyList<string> StopCommand(string mode) =>
        user.Command(binaries.Program("pg_ctl"), "stop", "-D", Folder, "-m", mode, "-w", "-t", "120");

    public static async Task<ClusterSetup> PrepareAsync(
        EmbeddedClusterOptions options, TimeProvider clock, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var log = loggers.CreateLogger<EmbeddedCluster>();
        var user = await ServerUser.FindAsync(Path.Combine(options.DataFolder, "postgres"), cancellationToken);
        var folder = await ClusterFolder.LocateAsync(options.DataFolder, user, log, cancellationToken);
        var binaries = await PostgresBinaries.FindAsync(options.BinariesFolder, folder, cancellationToken);

        try
        {
            await ClusterProcesses.StopOrphanAsync(folder, user, binaries, clock, log, cancellationToken);
            var credentials = await new ClusterMaking(options, folder, user, binaries, log).EnsureAsync(cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "pg_hba.conf"), ClusterFiles.Access, cancellationToken);
            return new ClusterSetup(options, folder, user, binaries, credentials);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw EmbeddedClusterException.NotOurs(folder, cause);
        }
    }

    private static ClusterAddress ChooseAddress(string folder)
    {
        if (Encoding.UTF8.GetByteCount(folder) <= LongestSocketPath - "/.s.PGSQL.5432".Length && !folder.Contains(','))
            return new ClusterAddress(folder, Port: null);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new ClusterAddress("127.0.0.1", ((IPEndPoint)probe.LocalEndpoint).Port);
    }

    private string ConnectionString(string role, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = address.Host,
        Port = address.Port ?? 5432,
        Database = ClusterFiles.Database,
        Username = role,
        Password = password,
    }.ConnectionString;
}
