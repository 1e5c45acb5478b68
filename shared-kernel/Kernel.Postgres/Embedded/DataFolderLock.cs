using System.Globalization;

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
        // Whoever can't lock the file can't read it either, so who holds it stands in a second one.
        var holder = Path.Combine(dataFolder, "host.pid");
        FileStream file;
        try
        {
            file = new FileStream(Path.Combine(dataFolder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw EmbeddedClusterException.InUse(dataFolder, File.Exists(holder) ? File.ReadAllText(holder) : "unknown");
        }

        File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new DataFolderLock(file);
    }

    public void Dispose() => file.Dispose();
}
