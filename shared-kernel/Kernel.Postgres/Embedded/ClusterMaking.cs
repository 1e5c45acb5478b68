using Microsoft.Extensions.Logging;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>
/// Makes a cluster with its two roles. It grows beside its final place and is moved there when it is complete, so that an interrupted
/// attempt leaves nothing that looks like a database, and nothing that was there before is ever touched.
/// </summary>
internal sealed class ClusterMaking(
    EmbeddedClusterOptions options, string folder, ServerUser user, PostgresBinaries binaries, ILogger log)
{
    /// <summary>Makes the cluster if it is not there, and gives the passwords of its roles.</summary>
    public async Task<ClusterCredentials> EnsureAsync(CancellationToken cancellationToken)
    {
        var credentials = await ClusterCredentials.ReadAsync(options.DataFolder, cancellationToken);
        if (!File.Exists(Path.Combine(folder, "PG_VERSION")))
            return await MakeAsync(cancellationToken);
        if (credentials is not null)
            return credentials;

        log.LogWarning("The file with the database's passwords is gone; both roles get new ones.");
        credentials = await ClusterCredentials.MakeAsync(options.DataFolder, cancellationToken);
        await AsSuperuserAsync(folder, ClusterFiles.Passwords(credentials), cancellationToken);
        return credentials;
    }

    private async Task<ClusterCredentials> MakeAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
            RemoveEmpty();
        log.LogInformation("Making a PostgreSQL {Major} database in {Folder} …", binaries.Major, folder);
        var growing = folder + ".making";
        if (Directory.Exists(growing))
            Directory.Delete(growing, recursive: true);
        await user.MakeFolderAsync(growing, cancellationToken);

        string[] durability = options.IsDurable ? ["--data-checksums"] : ["--no-sync"];
        string[] locale = OperatingSystem.IsLinux() ? ["--lc-collate=C", "--lc-ctype=C.UTF-8"] : ["--no-locale"];
        await ProgramRun.RequireAsync(
            user.Command(
                binaries.Program("initdb"),
                ["-D", growing, "-U", ClusterFiles.Superuser, "-A", "reject", "-E", "UTF8", "--no-instructions", .. locale, .. durability]),
            input: null,
            cancellationToken);
        await File.AppendAllTextAsync(Path.Combine(growing, "postgresql.conf"), ClusterFiles.Settings, cancellationToken);
        var credentials = await ClusterCredentials.MakeAsync(options.DataFolder, cancellationToken);
        await AsSuperuserAsync(growing, ClusterFiles.Roles(credentials, options.OwnerMakesDatabases), cancellationToken);
        Directory.Move(growing, folder);
        return credentials;
    }

    private void RemoveEmpty()
    {
        if (Directory.EnumerateFileSystemEntries(folder).Any())
            throw EmbeddedClusterException.NotADatabase(folder);
        Directory.Delete(folder);
    }

    private Task<string> AsSuperuserAsync(string cluster, string statements, CancellationToken cancellationToken) => ProgramRun.RequireAsync(
        user.Command(
            binaries.Program("postgres"), "--single", "-D", cluster, "-c", "exit_on_error=on", "-c", "log_min_messages=fatal", "postgres"),
        statements,
        cancellationToken);
}
