using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Modular.Kernel.Postgres.Telemetry;

/// <summary>What a module's code has taken of the process since the host was started.</summary>
public sealed class ModuleToll
{
    private static readonly Meter Meter = new(KernelTelemetry.Name);

    private static readonly Counter<long> Allocations = Meter.CreateCounter<long>(
        "modular.module.allocated", "By", "What the code of modules, and what it called, has allocated; what of it is still held nobody can tell.");

    private static readonly Counter<double> Threads = Meter.CreateCounter<double>("modular.module.thread.time", "s", "How long the code of modules has occupied threads, working or blocking.");

    private static readonly UpDownCounter<int> Abandoned = Meter.CreateUpDownCounter<int>("modular.module.left_behind", "{call}", "Calls of modules that did not end when their time was over, and still run.");

    private readonly KeyValuePair<string, object?> tag;
    private long allocated;
    private long ticks;
    private int leftBehind;

    internal ModuleToll(string moduleId) => tag = new KeyValuePair<string, object?>("modular.module", moduleId);

    /// <summary>The bytes that it has allocated, what it called included. Much of it is long free again.</summary>
    public long AllocatedBytes => Interlocked.Read(ref allocated);

    /// <summary>How long it has occupied threads, working or blocking.</summary>
    public TimeSpan ThreadTime => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref ticks));

    /// <summary>How many of its calls did not end when their time was over, and still run.</summary>
    public int LeftBehind => Volatile.Read(ref leftBehind);

    internal void Add(long bytes, long stopwatchTicks)
    {
        Interlocked.Add(ref allocated, bytes);
        Interlocked.Add(ref ticks, stopwatchTicks);
        Allocations.Add(bytes, tag);
        Threads.Add(Stopwatch.GetElapsedTime(0, stopwatchTicks).TotalSeconds, tag);
    }

    internal void AddLeftBehind(int calls)
    {
        Interlocked.Add(ref leftBehind, calls);
        Abandoned.Add(calls, tag);
    }
}
