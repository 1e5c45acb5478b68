using System.Globalization;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>
/// The user of the machine as whom PostgreSQL runs: whoever starts the host, or, since PostgreSQL refuses to run as root, an
/// unprivileged user whom root becomes for it.
/// </summary>
internal sealed class ServerUser
{
    private readonly string[] prefix;
    private readonly string? ownership;

    private ServerUser(string[] prefix, string? ownership)
    {
        this.prefix = prefix;
        this.ownership = ownership;
    }

    /// <summary>The command that runs a program as this user.</summary>
    public IReadOnlyList<string> Command(string program, params IEnumerable<string> arguments) => [.. prefix, program, .. arguments];

    /// <summary>Finds the user: the owner of existing data, else <c>postgres</c>, else <c>nobody</c>.</summary>
    public static async Task<ServerUser> FindAsync(string clusterFolder, CancellationToken cancellationToken)
    {
        if (Environment.UserName != "root" || !OperatingSystem.IsLinux())
            return new ServerUser([], ownership: null);
        foreach (var (user, group) in await CandidatesAsync(clusterFolder, cancellationToken))
        {
            string[][] ways =
            [
                ["/usr/bin/setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", "--"],
                ["/usr/sbin/runuser", "-u", user, "--"],
            ];
            foreach (var way in ways)
            {
                if (await ProgramRun.TryAsync(way[0], [.. way.Skip(1), "true"], cancellationToken) is { ExitCode: 0 })
                    return new ServerUser(way, $"{user}:{group}");
            }
        }

        throw EmbeddedClusterException.NoUser();
    }

    /// <summary>Whether this user gets as far as the folder.</summary>
    public async Task<bool> ReachesAsync(string folder, CancellationToken cancellationToken)
    {
        var command = Command("test", "-x", folder);
        return await ProgramRun.TryAsync(command[0], command.Skip(1), cancellationToken) is { ExitCode: 0 };
    }

    /// <summary>Makes an empty folder that only this user may enter.</summary>
    public async Task MakeFolderAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        if (ownership is not null)
            await ProgramRun.RequireAsync(["/bin/chown", ownership, folder], input: null, cancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static async Task<IEnumerable<(string User, string Group)>> CandidatesAsync(
        string clusterFolder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(clusterFolder)
            && await ProgramRun.TryAsync("stat", ["-L", "-c", "%u %g", clusterFolder], cancellationToken) is { ExitCode: 0 } owner
            && owner.Output.Trim().Split(' ') is [var uid, var gid] && int.Parse(uid, CultureInfo.InvariantCulture) != 0)
            return [(uid, gid)];

        var users = new List<(string, string)>();
        foreach (var name in (string[])["postgres", "nobody"])
        {
            var id = await ProgramRun.TryAsync("id", ["-u", name], cancellationToken);
            var group = await ProgramRun.TryAsync("id", ["-g", name], cancellationToken);
            if (id is { ExitCode: 0 } && group is { ExitCode: 0 })
                users.Add((id.Output.Trim(), group.Output.Trim()));
        }

        return users;
    }
}
