using System.Globalization;
using System.Text.RegularExpressions;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>An installed PostgreSQL.</summary>
/// <param name="Folder">The folder of its programs.</param>
/// <param name="Major">Its major version.</param>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private static readonly string[] Installations =
    [
        "/usr/lib/postgresql", "/usr/pgsql-", "/usr/local/pgsql", "/opt/homebrew/opt", "/usr/local/opt",
    ];

    public string Program(string name) => Path.Combine(Folder, name);

    /// <summary>The newest PostgreSQL of the machine, or the one of the major version that made existing data.</summary>
    public static async Task<PostgresBinaries> FindAsync(string? folder, string clusterFolder, CancellationToken cancellationToken)
    {
        var found = new List<PostgresBinaries>();
        foreach (var candidate in folder is null ? await CandidatesAsync(cancellationToken) : [folder])
        {
            if (await InspectAsync(candidate, cancellationToken) is { } binaries)
                found.Add(binaries);
        }

        if (found.Count == 0)
            throw folder is null ? EmbeddedClusterException.NoBinaries() : EmbeddedClusterException.NoBinariesIn(folder);
        var versionFile = Path.Combine(clusterFolder, "PG_VERSION");
        if (!File.Exists(versionFile))
            return found.MaxBy(binaries => binaries.Major)!;
        var major = (await File.ReadAllTextAsync(versionFile, cancellationToken)).Trim();
        return found.Find(binaries => binaries.Major.ToString(CultureInfo.InvariantCulture) == major)
            ?? throw EmbeddedClusterException.OtherMajor(clusterFolder, major);
    }

    private static async Task<IEnumerable<string>> CandidatesAsync(CancellationToken cancellationToken)
    {
        var folders = new List<string>();
        var configured = await ProgramRun.TryAsync("pg_config", ["--bindir"], cancellationToken);
        if (configured is { ExitCode: 0 })
            folders.Add(configured.Output.Trim());
        folders.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
        foreach (var root in Installations)
            folders.AddRange(FoldersLike(root));
        return folders.Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> FoldersLike(string root)
    {
        var (parent, prefix) = Directory.Exists(root) ? (root, "") : (Path.GetDirectoryName(root)!, Path.GetFileName(root));
        if (!Directory.Exists(parent))
            return [];
        return Directory.EnumerateDirectories(parent, prefix + "*")
            .Prepend(parent)
            .Select(installation => Path.Combine(installation, "bin"));
    }

    private static async Task<PostgresBinaries?> InspectAsync(string folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(folder, "initdb")) || !File.Exists(Path.Combine(folder, "postgres")))
            return null;
        var version = await ProgramRun.TryAsync(Path.Combine(folder, "postgres"), ["--version"], cancellationToken);
        return version is { ExitCode: 0 } && MajorVersion().Match(version.Output) is { Success: true } match
            ? new PostgresBinaries(folder, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"\) (\d+)")]
    private static partial Regex MajorVersion();
}
