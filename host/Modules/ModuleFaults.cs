using System.Collections.Concurrent;
using Modular.Kernel.Postgres.Telemetry;

namespace Modular.Host.Modules;

/// <summary>What went wrong in modules that serve, since this host started: the last of each module, for operators.</summary>
internal sealed class ModuleFaults(TimeProvider clock) : IModuleFaultLog
{
    private readonly ConcurrentDictionary<string, ModuleFault> last = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public void Note(string moduleId, string where, Exception exception) =>
        last[moduleId] = new ModuleFault(where, exception.GetType().Name, clock.GetUtcNow());

    /// <summary>The last fault of a module, or null.</summary>
    public ModuleFault? Of(string? moduleId) => moduleId is null ? null : last.GetValueOrDefault(moduleId);
}

/// <summary>Something that went wrong in a module.</summary>
/// <param name="Where">What failed, by its name in the module.</param>
/// <param name="Kind">The kind of exception.</param>
/// <param name="At">When.</param>
internal sealed record ModuleFault(string Where, string Kind, DateTimeOffset At);
