using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>
/// What a PostgreSQL that nobody watches left behind. Every process of a server works in its data folder, by which it is
/// told from any other process that happens to have the number in a stale <c>postmaster.pid</c>.
/// </summary>
internal static class ClusterProcesses
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Stops the server that a killed host left running, and clears what a killed server left.</summary>
    public static async Task StopOrphanAsync(
        string clusterFolder, ServerUser user, PostgresBinaries binaries, TimeProvider clock, ILogger log, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(clusterFolder, "postmaster.pid")))
            return;
        if (FindIn(clusterFolder).Count > 0)
        {
            log.LogInformation("PostgreSQL still runs from a host that was killed; it is stopped and started anew.");
            var stop = user.Command(binaries.Program("pg_ctl"), "stop", "-D", clusterFolder, "-m", "fast", "-w", "-t", "30");
            await ProgramRun.TryAsync(stop[0], stop.Skip(1), cancellationToken);
        }

        await ClearAsync(clusterFolder, Grace, clock, cancellationToken);
    }

    /// <summary>
    /// Waits until orphaned processes are gone, ends those that stay beyond the grace, and removes the file that would keep a new
    /// server from starting.
    /// </summary>
    public static async Task ClearAsync(string clusterFolder, TimeSpan grace, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (FindIn(clusterFolder) is { Count: > 0 } left)
        {
            if (clock.GetElapsedTime(started) > grace)
                Kill(left);
            await Task.Delay(Pause, clock, cancellationToken);
        }

        var pidFile = Path.Combine(clusterFolder, "postmaster.pid");
        if (Directory.Exists("/proc/self") && File.Exists(pidFile))
            File.Delete(pidFile);
    }

    /// <summary>The processes whose working folder is the cluster's.</summary>
    public static IReadOnlyList<int> FindIn(string clusterFolder)
    {
        if (!Directory.Exists("/proc/self") || !Directory.Exists(clusterFolder))
            return [];
        var folder = new DirectoryInfo(clusterFolder).LinkTarget ?? clusterFolder;
        var found = new List<int>();
        foreach (var entry in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var id) && WorkingFolder(entry) == folder)
                found.Add(id);
        }

        return found;
    }

    private static string? WorkingFolder(string entry)
    {
        try
        {
            return new FileInfo(Path.Combine(entry, "cwd")).LinkTarget;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // The process ended meanwhile, or belongs to somebody else.
            return null;
        }
    }

    private static void Kill(IReadOnlyList<int> processes)
    {
        foreach (var id in processes)
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
            {
                // It ended by itself in this moment.
            }
        }
    }
}
