using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace Modular.Host.Modules;

/// <summary>
/// What a module throws where nobody waits for it, in a timer, on a thread of its own or in an <c>async void</c> method, would end the process. It is reported and ends what threw it alone; whatever
/// is thrown without a module's code on the stack ends the process as ever.
/// </summary>
internal sealed class StrayFailures(ModuleFaults faults, ILogger<StrayFailures> log) : IHostedService
{
    private const string Beside = "work of its own";

    // A process has one such handler, and in tests several hosts.
    private static readonly ConcurrentDictionary<StrayFailures, bool> Serving = new();

    static StrayFailures() => ExceptionHandling.SetUnhandledExceptionHandler(IsReported);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Serving[this] = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Serving.TryRemove(this, out _);
        return Task.CompletedTask;
    }

    private static bool IsReported(Exception failure)
    {
        if (ModuleOf(failure) is not { } module)
            return false;
        foreach (var host in Serving.Keys)
            host.Report(module, failure);
        return !Serving.IsEmpty;
    }

    private static string? ModuleOf(Exception failure) => new StackTrace(failure).GetFrames()
        .Select(frame => frame.GetMethod()?.DeclaringType?.Assembly)
        .OfType<Assembly>()
        .Select(AssemblyLoadContext.GetLoadContext)
        .OfType<ModuleLoadContext>()
        .FirstOrDefault()?.Name;

    private void Report(string module, Exception failure)
    {
        faults.NoteOfNoProvince(module, Beside, failure);
        log.LogError(failure, "Module {Module} threw where nobody waits for it; the host goes on.", module);
    }
}
