using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>
/// A data folder that the server's user can't get to (below <c>/root</c>, for instance) holds a link, and the cluster lies in
/// <c>/var/lib/modular</c>. Opening the folder to other users of the machine instead would be worse.
/// </summary>
internal static class ClusterElsewhere
{
    private const string Root = "/var/lib/modular";

    public static async Task LinkAsync(string clusterFolder, ServerUser user, ILogger log, CancellationToken cancellationToken)
    {
        var link = new DirectoryInfo(clusterFolder);
        if (link.LinkTarget is not null)
            return;
        var target = Path.Combine(Root, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clusterFolder)))[..12]);
        Directory.CreateDirectory(Root);
        await user.MakeFolderAsync(target, cancellationToken);
        if (link.Exists)
            link.Delete();
        link.CreateAsSymbolicLink(target);
        log.LogInformation("PostgreSQL's user can't enter {Folder}; the database lies in {Target}.", clusterFolder, target);
    }
}
