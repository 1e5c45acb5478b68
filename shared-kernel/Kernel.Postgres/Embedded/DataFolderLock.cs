using System.Globalization;
using System.Text;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>
/// Keeps a data folder for one host. The operating system gives the lock back when the process ends, however it ends.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream file;

    private DataFolderLock(FileStream file) => this.file = file;

    /// <exception cref="EmbeddedClusterException">Another process holds the folder.</exception>
    public static DataFolderLock Take(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "host.lock");
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw EmbeddedClusterException.InUse(dataFolder, OwnerOf(path));
        }

        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        file.Flush();
        return new DataFolderLock(file);
    }

    public void Dispose() => file.Dispose();

    private static string OwnerOf(string path)
    {
        using var other = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(other, Encoding.ASCII);
        return reader.ReadToEnd();
    }
}
