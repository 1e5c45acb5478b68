using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;

namespace Modular.Host.Commands;

/// <summary>One module that is enabled or disabled on the way to a set of modules.</summary>
/// <param name="Module">The module.</param>
/// <param name="Enable">Whether it is enabled.</param>
internal sealed record ModuleStep(string Module, bool Enable)
{
    /// <summary>What is done with it, as a participle.</summary>
    public string Done => Enable ? "enabled" : "disabled";
}

/// <summary>Finds the steps from the modules that a province has to those that it is to have, in an order in which dependencies always hold.</summary>
internal sealed class ModuleSteps(ProvinceModules store, InstalledModules installed)
{
    /// <summary>The steps; none where the province has them already.</summary>
    /// <exception cref="CommandRefusedException">A module that is wanted is not installed, or lacks one that it needs.</exception>
    public async Task<IReadOnlyList<ModuleStep>> ToAsync(ProvinceId province, IReadOnlySet<string> wanted, CancellationToken cancellationToken)
    {
        foreach (var module in wanted)
            Check(module, wanted);
        var enabled = (await store.ReadAsync(cancellationToken)).GetValueOrDefault(province) ?? new HashSet<string>();
        var inOrder = installed.All.Select(module => module.Id).ToList();
        return
        [
            .. Enumerable.Reverse(inOrder).Where(module => enabled.Contains(module) && !wanted.Contains(module)).Select(module => new ModuleStep(module, Enable: false)),
            .. inOrder.Where(module => wanted.Contains(module) && !enabled.Contains(module)).Select(module => new ModuleStep(module, Enable: true)),
        ];
    }

    private void Check(string module, IReadOnlySet<string> wanted)
    {
        if (installed.Find(module) is not { } found)
            throw new CommandRefusedException($"The module '{module}' is not installed.");
        if (found.Manifest.DependsOn.FirstOrDefault(needed => !wanted.Contains(needed)) is { } missing)
            throw new CommandRefusedException($"The module '{module}' needs '{missing}', which is not wanted.");
    }
}
