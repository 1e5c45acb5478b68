using System.Diagnostics;

namespace Modular.GraphQL.Tests.Differential;

/// <summary>A folder with a <c>package.json</c> and scripts for node, whose packages are installed when they are first needed.</summary>
internal sealed class NodeProject
{
    private readonly string path;
    private readonly Lazy<Task> installation;

    public NodeProject(params string[] folder)
    {
        path = Path.Combine([RepositoryRoot(), .. folder]);
        installation = new Lazy<Task>(InstallAsync);
    }

    /// <summary>Runs a script to its end.</summary>
    /// <param name="arguments">The script and what it is told.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>What it wrote to its standard output.</returns>
    public async Task<string> RunAsync(IEnumerable<string> arguments, string input, CancellationToken cancellation)
    {
        await installation.Value.WaitAsync(cancellation);
        return await RunAsync("node", arguments, input, cancellation);
    }

    /// <summary>Starts a script that goes on until its standard input ends.</summary>
    public async Task<Process> StartAsync(IEnumerable<string> arguments)
    {
        await installation.Value;
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = path, RedirectStandardInput = true, RedirectStandardOutput = true };
        return Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
    }

    /// <summary>The folder of <c>Modular.sln</c>.</summary>
    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Modular.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");

        return folder.FullName;
    }

    private async Task InstallAsync()
    {
        var marker = Path.Combine(path, "node_modules", ".package-lock.json");
        var isCurrent = File.Exists(marker) && File.GetLastWriteTimeUtc(marker) >= File.GetLastWriteTimeUtc(Path.Combine(path, "package-lock.json"));
        if (!isCurrent)
            await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], "", CancellationToken.None);
    }

    private async Task<string> RunAsync(string program, IEnumerable<string> arguments, string input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {await errors}");

        return await output;
    }
}
