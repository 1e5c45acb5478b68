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
    private const string MadeMarker = "modular-made";

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
        var folder = Path.Combine(options.DataFolder, "postgres");
        var user = await ServerUser.FindAsync(folder, cancellationToken);
        if (!await user.ReachesAsync(options.DataFolder, cancellationToken))
            await ClusterElsewhere.LinkAsync(folder, user, log, cancellationToken);
        var binaries = await PostgresBinaries.FindAsync(options.BinariesFolder, folder, cancellationToken);

        try
        {
            await ClusterProcesses.StopOrphanAsync(folder, user, binaries, clock, log, cancellationToken);
            var credentials = await MakeAsync(options, folder, user, binaries, log, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "pg_hba.conf"), ClusterFiles.Access, cancellationToken);
            return new ClusterSetup(options, folder, user, binaries, credentials);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw EmbeddedClusterException.NotOurs(folder, cause);
        }
    }

    private static async Task<ClusterCredentials> MakeAsync(
        EmbeddedClusterOptions options, string folder, ServerUser user, PostgresBinaries binaries, ILogger log, CancellationToken cancellationToken)
    {
        var credentials = await ClusterCredentials.ReadAsync(options.DataFolder, cancellationToken);
        var marker = Path.Combine(folder, MadeMarker);
        if (File.Exists(marker))
        {
            if (credentials is not null)
                return credentials;
            log.LogWarning("The file with the database's passwords is gone; both roles get new ones.");
            credentials = await ClusterCredentials.MakeAsync(options.DataFolder, cancellationToken);
            await AsSuperuserAsync(ClusterFiles.Passwords(credentials));
            return credentials;
        }

        log.LogInformation("Making a PostgreSQL {Major} database in {Folder} …", binaries.Major, folder);
        await EmptyAsync(folder, user, cancellationToken);
        string[] durability = options.IsDurable ? ["--data-checksums"] : ["--no-sync"];
        string[] locale = OperatingSystem.IsLinux() ? ["--lc-collate=C", "--lc-ctype=C.UTF-8"] : ["--no-locale"];
        await ProgramRun.RequireAsync(
            user.Command(
                binaries.Program("initdb"),
                ["-D", folder, "-U", ClusterFiles.Superuser, "-A", "reject", "-E", "UTF8", "--no-instructions", .. locale, .. durability]),
            input: null,
            cancellationToken);
        await File.AppendAllTextAsync(Path.Combine(folder, "postgresql.conf"), ClusterFiles.Settings, cancellationToken);
        credentials = await ClusterCredentials.MakeAsync(options.DataFolder, cancellationToken);
        await AsSuperuserAsync(ClusterFiles.Roles(credentials, options.OwnerMakesDatabases));
        await File.WriteAllTextAsync(marker, "", cancellationToken);
        return credentials;

        Task AsSuperuserAsync(string statements) => ProgramRun.RequireAsync(
            user.Command(binaries.Program("postgres"), "--single", "-D", folder, "-c", "exit_on_error=on", "-c", "log_min_messages=fatal", "postgres"),
            statements,
            cancellationToken);
    }

    /// <summary>Removes what an interrupted making left, in which no data ever were.</summary>
    private static async Task EmptyAsync(string folder, ServerUser user, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (entry is DirectoryInfo directory)
                    directory.Delete(recursive: true);
                else
                    entry.Delete();
            }
        }

        await user.MakeFolderAsync(folder, cancellationToken);
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
