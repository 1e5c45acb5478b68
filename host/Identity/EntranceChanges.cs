using System.Collections.Concurrent;
using Modular.Kernel.Provinces;

namespace Modular.Host.Identity;

/// <summary>Tells whoever stays connected that who may enter a province, or what it serves, has changed.</summary>
internal sealed class EntranceChanges
{
    private readonly ConcurrentDictionary<ProvinceId, TaskCompletionSource> awaited = new();

    /// <summary>Completes at the next change in a province.</summary>
    public Task Next(ProvinceId province) =>
        awaited.GetOrAdd(province, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Something has changed in one province.</summary>
    public void Announce(ProvinceId province)
    {
        if (awaited.TryRemove(province, out var waiting))
            waiting.SetResult();
    }

    /// <summary>Something has changed in all provinces.</summary>
    public void Announce()
    {
        foreach (var province in awaited.Keys)
            Announce(province);
    }
}
