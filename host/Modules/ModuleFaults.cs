using System.Collections.Concurrent;
using Modular.Kernel.Postgres.Telemetry;
using Modular.Kernel.Provinces;

namespace Modular.Host.Modules;

/// <summary>
/// What went wrong in modules that serve, since this host started: the last of each module in each province, and the last that was of none. A province sees its own, operators all.
/// </summary>
internal sealed class ModuleFaults(TimeProvider clock) : IModuleFaultLog
{
    private readonly ConcurrentDictionary<(string Module, ProvinceId? Province), ModuleFault> last = [];

    /// <inheritdoc />
    public void Note(string moduleId, ProvinceId province, string where, Exception exception) => Keep(moduleId, province, where, exception);

    /// <summary>Notes a fault of which nobody knows for whom the module worked, in a background service for instance.</summary>
    public void NoteOfNoProvince(string moduleId, string where, Exception exception) => Keep(moduleId, null, where, exception);

    /// <summary>The last fault of a module in a province, or null.</summary>
    public ModuleFault? Of(string moduleId, ProvinceId province) => last.GetValueOrDefault((moduleId, province));

    /// <summary>All that is known of a module, the latest first.</summary>
    public IReadOnlyList<ModuleFault> Of(string? moduleId) =>
        [.. last.Where(known => known.Key.Module == moduleId).Select(known => known.Value).OrderByDescending(fault => fault.At)];

    private void Keep(string moduleId, ProvinceId? province, string where, Exception exception) =>
        last[(moduleId, province)] = new ModuleFault(province, where, exception.GetType().Name, clock.GetUtcNow());
}

/// <summary>Something that went wrong in a module.</summary>
/// <param name="Province">For which province the module worked, null where nobody knows.</param>
/// <param name="Where">What failed, by its name in the module.</param>
/// <param name="Kind">The kind of exception.</param>
/// <param name="At">When.</param>
internal sealed record ModuleFault(ProvinceId? Province, string Where, string Kind, DateTimeOffset At);
