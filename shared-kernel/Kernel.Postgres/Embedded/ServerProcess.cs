using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>The running server: a process in a session of its own, so that Ctrl-C reaches the host alone, watched until it is stopped.</summary>
internal sealed class ServerProcess(ClusterSetup setup, TimeProvider clock, ILogger log)
{
    private const long LargestLog = 16 * 1024 * 1024;
    private const int MostRestartsAMinute = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<long> restarts = new();
    private Task watching = Task.CompletedTask;
    private volatile bool isStopping;

    public Task Ended => ended.Task;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var process = Launch();
        try
        {
            await WaitUntilReadyAsync(process, cancellationToken);
        }
        catch
        {
            await AskToStopAsync();
            throw;
        }

        watching = WatchAsync(process);
    }

    public async Task StopAsync()
    {
        isStopping = true;
        do
        {
            await AskToStopAsync();
        }
        while (await Task.WhenAny(watching, Task.Delay(Pause, clock)) != watching);
        ended.TrySetResult();
    }

    /// <summary>Asks the server to end its connections and stop, and waits for that. There may be none, if it ended just now.</summary>
    private async Task AskToStopAsync()
    {
        var stop = setup.StopCommand("fast");
        await ProgramRun.TryAsync(stop[0], stop.Skip(1), CancellationToken.None);
    }

    private Process Launch()
    {
        KeepLogSmall();
        string[] command = [.. setup.StartCommand];
        string[] session = File.Exists("/usr/bin/setsid") ? ["/usr/bin/setsid", .. command] : command;
        var start = ProgramRun.Describe(
            "/bin/sh", ["-c", "log=$1; shift; exec \"$@\" </dev/null >>\"$log\" 2>&1", "sh", setup.LogFile, .. session]);
        return Process.Start(start)!;
    }

    private async Task WaitUntilReadyAsync(Process process, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(setup.Connections.Application) { Pooling = false, Timeout = 5 });
        var started = clock.GetTimestamp();
        await using var notice = clock.CreateTimer(
            _ => log.LogInformation("PostgreSQL is starting, for {Seconds:0} s …", clock.GetElapsedTime(started).TotalSeconds),
            null, Patience, Patience);
        while (!await AnswersAsync(source, cancellationToken))
        {
            if (process.HasExited)
                throw EmbeddedClusterException.DidNotStart(LogTail());
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private static async Task<bool> AnswersAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException starting) when (
            starting is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } || starting.InnerException is SocketException or IOException)
        {
            return false;
        }
    }

    /// <summary>Starts the server again when it ends by accident, unless it does so again and again.</summary>
    private async Task WatchAsync(Process first)
    {
        var process = first;
        while (true)
        {
            await process.WaitForExitAsync();
            if (isStopping)
                break;
            log.LogError("PostgreSQL ended by accident with exit code {ExitCode}; it is started again.", process.ExitCode);
            process.Dispose();
            try
            {
                NoteRestart();
                await ClusterProcesses.ClearAsync(setup.Folder, TimeSpan.FromSeconds(5), clock, CancellationToken.None);
                if (isStopping)
                    return;
                process = Launch();
            }
            catch (Exception failure)
            {
                ended.TrySetException(failure);
                return;
            }
        }

        process.Dispose();
    }

    private void NoteRestart()
    {
        restarts.Enqueue(clock.GetTimestamp());
        while (clock.GetElapsedTime(restarts.Peek()) > TimeSpan.FromMinutes(1))
            restarts.Dequeue();
        if (restarts.Count > MostRestartsAMinute)
            throw EmbeddedClusterException.KeepsEnding(setup.LogFile);
    }

    private void KeepLogSmall()
    {
        if (File.Exists(setup.LogFile) && new FileInfo(setup.LogFile).Length > LargestLog)
            File.Move(setup.LogFile, setup.LogFile + ".old", overwrite: true);
    }

    private string LogTail() => File.Exists(setup.LogFile)
        ? string.Join('\n', File.ReadLines(setup.LogFile).TakeLast(8))
        : "(there is none)";
}
