using System.ComponentModel;
using System.Diagnostics;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>A program that ran to its end.</summary>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    private const int NoSuchFile = 2;

    /// <summary>Runs a program; null where there is none of that name.</summary>
    public static async Task<ProgramRun?> TryAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(program, arguments, input: null, cancellationToken);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs a program that must succeed.</summary>
    /// <exception cref="EmbeddedClusterException">It ended with another code than 0; the message has what it said.</exception>
    public static async Task<string> RequireAsync(
        IReadOnlyList<string> command, string? input, CancellationToken cancellationToken)
    {
        var run = await RunAsync(command[0], command.Skip(1), input, cancellationToken);
        if (run.ExitCode == 0)
            return run.Output;
        var name = command.First(part => part.StartsWith('/') && !part.EndsWith("setpriv", StringComparison.Ordinal));
        throw EmbeddedClusterException.CommandFailed(Path.GetFileName(name), run.ExitCode, run.Output);
    }

    /// <summary>A description of a program to start, free of the caller's PostgreSQL settings.</summary>
    /// <exception cref="Win32Exception">The search path has no program of that name.</exception>
    public static ProcessStartInfo Describe(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(FileOf(program), arguments) { WorkingDirectory = "/" };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    // Left to itself, .NET takes a file of that name in the current folder first, whatever it is: this project has one called test.
    private static string FileOf(string program) => Path.IsPathRooted(program)
        ? program
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathRooted)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists) ?? throw new Win32Exception(NoSuchFile, $"There is no program '{program}'.");

    private static async Task<ProgramRun> RunAsync(
        string program, IEnumerable<string> arguments, string? input, CancellationToken cancellationToken)
    {
        var start = Describe(program, arguments);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        if (input is not null)
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return new ProgramRun(process.ExitCode, await output + await errors);
    }
}
