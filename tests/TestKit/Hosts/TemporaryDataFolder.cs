namespace Modular.TestKit.Hosts;

/// <summary>Temporary folders for the data of hosts.</summary>
public static class TemporaryDataFolder
{
    /// <summary>
    /// Makes a folder through which PostgreSQL's own user gets to its cluster: otherwise the host puts the cluster elsewhere, where it outlives the folder.
    /// </summary>
    public static DirectoryInfo Create()
    {
        var folder = Directory.CreateTempSubdirectory("modular-e2e-");
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return folder;
    }
}
