using System.Collections.Concurrent;
using System.Diagnostics;

namespace Modular.Kernel.Postgres.Telemetry;

/// <summary>
/// Runs code of modules on threads of the pool and keeps what each module takes of them. Whatever the code starts or continues on other threads, timers included, counts for the module, because the
/// execution context goes along; handlers that it leaves at events of somebody else count for whoever raises them.
/// </summary>
/// <param name="mostLeftBehind">How many calls of a module may be left behind before it is called no more.</param>
public sealed class ModuleWork(int mostLeftBehind)
{
    /// <summary>How many calls of a module may be left behind where nothing else is set.</summary>
    public const int DefaultMostLeftBehind = 8;

    // Told by the runtime whenever a thread begins or ends to work for a module.
    private static readonly AsyncLocal<ModuleToll?> Current = new(Switch);

    [ThreadStatic]
    private static long allocatedBefore;

    [ThreadStatic]
    private static long ticksBefore;

    private readonly ConcurrentDictionary<string, ModuleToll> tolls = new(StringComparer.Ordinal);

    /// <summary>What a module has taken.</summary>
    public ModuleToll Of(string moduleId) => tolls.GetOrAdd(moduleId, static id => new ModuleToll(id));

    /// <summary>Whether so many calls of a module were left behind and still run that it is to be called no more: each may hold a thread for good.</summary>
    public bool IsStuck(string moduleId) => Of(moduleId).LeftBehind >= mostLeftBehind;

    /// <summary>Runs code of a module on a thread of its own until it first waits, so that code that blocks blocks nobody else.</summary>
    public Task<T> RunAsync<T>(string moduleId, Func<Task<T>> code)
    {
        var toll = Of(moduleId);
        return Task.Run(
            () =>
            {
                Current.Value = toll;
                return code();
            },
            CancellationToken.None);
    }

    /// <summary>As <see cref="RunAsync{T}(string, Func{Task{T}})"/>, for code that returns nothing.</summary>
    public Task RunAsync(string moduleId, Func<Task> code) => RunAsync(moduleId, async () =>
    {
        await code();
        return true;
    });

    /// <summary>Says that nobody waits for a call any more. It counts as left behind until it ends after all.</summary>
    public void LeaveBehind(string moduleId, Task running)
    {
        var toll = Of(moduleId);
        toll.AddLeftBehind(1);
        _ = running.ContinueWith(
            static (ended, state) =>
            {
                // Nobody else looks at what it failed with.
                _ = ended.Exception;
                ((ModuleToll)state!).AddLeftBehind(-1);
            },
            toll,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private static void Switch(AsyncLocalValueChangedArgs<ModuleToll?> change)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var ticks = Stopwatch.GetTimestamp();
        change.PreviousValue?.Add(allocated - allocatedBefore, ticks - ticksBefore);
        (allocatedBefore, ticksBefore) = (allocated, ticks);
    }
}
