using System.Text.Json;
using Modular.Kernel.Postgres.Connections;

namespace Modular.Host.Startup;

/// <summary>
/// Lets an operator's command work while a host serves with its private database: the serving host leaves the ways into that
/// database in its data folder, in a file that only its user may read.
/// </summary>
internal sealed class RunningHost : IDisposable
{
    private const string FileName = "serving.json";
    private const string LockName = "host.lock";
    private readonly string path;

    private RunningHost(string path) => this.path = path;

    /// <summary>Leaves word that this host serves; disposing takes it back.</summary>
    public static RunningHost Announce(string dataFolder, DatabaseConnections connections)
    {
        var path = Path.Combine(dataFolder, FileName);
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, connections);
        return new RunningHost(path);
    }

    /// <summary>The ways into the database of the host that serves from this folder, or null where none does.</summary>
    public static DatabaseConnections? Find(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path) || !IsHeld(Path.Combine(dataFolder, LockName)))
            return null;
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<DatabaseConnections>(file);
    }

    public void Dispose() => File.Delete(path);

    // A host that was killed leaves its word behind, but not its lock.
    private static bool IsHeld(string lockFile)
    {
        try
        {
            using var file = new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
