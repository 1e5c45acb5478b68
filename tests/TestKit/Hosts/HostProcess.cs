using System.Diagnostics;
using System.Text;

namespace Modular.TestKit.Hosts;

/// <summary>The built host as a process of its own, as <c>./run</c> starts it, with a private database in a folder of its own.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private const string ReadyLine = "Modular is ready: ";
    private readonly Process process;
    private readonly StringBuilder log;

    private HostProcess(Process process, StringBuilder log, string dataFolder, Uri address) =>
        (this.process, this.log, DataFolder, Address) = (process, log, dataFolder, address);

    /// <summary>Where the host listens.</summary>
    public Uri Address { get; }

    /// <summary>The host's data folder.</summary>
    public string DataFolder { get; }

    /// <summary>What the host wrote to standard error so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
                return log.ToString();
        }
    }

    /// <summary>Starts the host on a free port and waits until it says that it is ready.</summary>
    public static Task<HostProcess> StartAsync(string dataFolder, params IReadOnlyList<string> options) =>
        StartAsync(dataFolder, new Dictionary<string, string>(), options);

    /// <summary>Starts the host with settings of its environment on a free port and waits until it says that it is ready.</summary>
    public static async Task<HostProcess> StartAsync(string dataFolder, IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> options)
    {
        var log = new StringBuilder();
        var process = Launch(["--port", "0", "--data", dataFolder, .. options], log, settings);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(ReadyLine, StringComparison.Ordinal))
                return new HostProcess(process, log, dataFolder, new Uri(line[ReadyLine.Length..]));
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The host ended with exit code {process.ExitCode}:\n{log}");
    }

    /// <summary>Runs a command of the host to its end.</summary>
    /// <returns>The exit code, standard output and standard error.</returns>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(IReadOnlyList<string> arguments, string input = "")
    {
        var errors = new StringBuilder();
        using var command = Launch(arguments, errors);
        await command.StandardInput.WriteAsync(input);
        command.StandardInput.Close();
        var output = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        lock (errors)
            return (command.ExitCode, output, errors.ToString());
    }

    /// <summary>Asks the host to end, as Ctrl-C does, and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Ends the host without a chance to tidy up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await StopAsync();
        process.Dispose();
    }

    private static Process Launch(IReadOnlyList<string> arguments, StringBuilder errors, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.HostFolder, "Modular.Host.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Tests ask faster than people do; rates are a matter of the tests that are about them.
        foreach (var rate in new[] { "RequestsPerMinute", "CostPerMinute", "AddressRequestsPerMinute" })
            start.Environment[$"MODULAR_Limits__{rate}"] = "0";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[$"MODULAR_{name}"] = value;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
                errors.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
        return process;
    }
}
