using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Provinces;

namespace Modular.Host.Provinces.Planning;

/// <summary>What is to be known before a module is enabled or disabled in a province.</summary>
/// <param name="Module">The module.</param>
/// <param name="Enables">Whether it is to be enabled.</param>
/// <param name="Effect">What the change does to clients.</param>
/// <param name="WorkItems">The open work items of the module and of those that go with it: hidden while it is disabled.</param>
/// <param name="EventsWaiting">How many events the module has not had yet; those wait as long as it is disabled.</param>
/// <param name="EventsParked">How many events it failed to handle.</param>
internal sealed record ModuleChangePlan(
    string Module, bool Enables, ModuleChangeEffect Effect, IReadOnlyList<OpenWorkItems> WorkItems, long EventsWaiting, long EventsParked);

/// <summary>Makes plans.</summary>
internal sealed class ModulePlanning(
    ProvinceModules store, InstalledModules installed, ModuleEffects effects, OpenWorkItemCounts workItems, EventQueues events)
{
    /// <summary>The plan of a change as things stand now.</summary>
    /// <returns>The plan, or null where the module is not installed.</returns>
    public async Task<ModuleChangePlan?> PlanAsync(ProvinceId province, string module, bool enables, CancellationToken cancellationToken)
    {
        if (installed.Find(module) is not { } found)
            return null;
        var enabled = (await store.ReadAsync(cancellationToken)).GetValueOrDefault(province) ?? new HashSet<string>();
        var effect = effects.Of(enabled, module, enables);
        var listensTo = found.Registration.Subscriptions.Select(subscription => subscription.EventName).Distinct().ToArray();
        var queue = await events.CountAsync(province, module, listensTo, cancellationToken);
        return new ModuleChangePlan(
            module,
            enables,
            effect,
            await workItems.ReadAsync(province, [.. effect.OthersFirst, module], cancellationToken),
            queue.Waiting,
            queue.Parked);
    }
}
