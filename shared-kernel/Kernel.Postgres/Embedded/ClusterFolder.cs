using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>
/// Where the cluster lies: in <c>postgres</c> of the data folder. When the server's user can't get there (below <c>/root</c>, for instance)
/// that is a link, and the cluster lies in <c>/var/lib/modular</c>. Opening the folder to other users of the machine instead would be worse.
/// </summary>
internal static class ClusterFolder
{
    private const string Elsewhere = "/var/lib/modular";

    public static async Task<string> LocateAsync(string dataFolder, ServerUser user, ILogger log, CancellationToken cancellationToken)
    {
        var usual = new DirectoryInfo(Path.Combine(dataFolder, "postgres"));
        if (usual.LinkTarget is { } linked)
            return Path.GetFullPath(linked, dataFolder);
        if (usual.Exists || await user.ReachesAsync(dataFolder, cancellationToken))
            return usual.FullName;

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..12];
        var target = Path.Combine(Elsewhere, name, "postgres");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        usual.CreateAsSymbolicLink(target);
        log.LogInformation("PostgreSQL's user can't enter {Folder}; the database lies in {Target}.", dataFolder, target);
        return target;
    }
}
