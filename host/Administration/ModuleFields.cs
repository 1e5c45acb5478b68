using Modular.GraphQL.CodeFirst;
using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace Modular.Host.Administration;

[QueryType]
internal static class ModuleQueries
{
    /// <summary>The modules (phân hệ) that are installed, and whether they serve this province.</summary>
    [Public("Which modules serve a province shows in its schema anyway.")]
    public static IReadOnlyList<ModuleOfProvince> Modules(ModuleAdministration modules) => modules.List();

    /// <summary>
    /// What enabling or disabling a module would do (phương án bật, tắt phân hệ), without doing it; null where the module is not installed. `enableModule` and `disableModule` take its
    /// digest, and refuse where the change would do something else by then.
    /// </summary>
    /// <param name="modules">Makes the plan.</param>
    /// <param name="module">The module's identifier.</param>
    /// <param name="change">What is to be done.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(HostPermissions.ManageModules)]
    public static async Task<ModulePlan?> ModuleChangePlanAsync(
        ModuleAdministration modules, string module, ModuleChangeKind change, CancellationToken cancellationToken) =>
        await modules.PlanAsync(module, change == ModuleChangeKind.Enable, cancellationToken) is { } plan ? ModulePlan.Of(plan, change) : null;
}

[ExtendObjectType("Module")]
internal static class ModuleHistoryFields
{
    /// <summary>When the module was enabled and disabled in this province, by whom and why; the latest first.</summary>
    [Requires(HostPermissions.ManageModules)]
    public static async Task<IReadOnlyList<IReadOnlyList<ModuleEnablement>>> GetHistoryAsync(
        [Parents] IReadOnlyList<ModuleOfProvince> parents, ModuleAdministration modules, CancellationToken cancellationToken)
    {
        var history = await modules.HistoryAsync(parents.Select(module => module.Id), cancellationToken);
        return [.. parents.Select(module => history[module.Id].Select(ModuleEnablement.Of).ToList())];
    }
}

[MutationType]
internal static class ModuleMutations
{
    /// <summary>Enables a module for this province (bật phân hệ). It catches up with what happened while it was disabled.</summary>
    [Requires(HostPermissions.ManageModules)]
    [Error<ModulesBelongToTheProvince>]
    [Error<ModuleIsNotInstalled>]
    [Error<ModuleNeedsOtherModules>]
    [Error<ModulesDoNotGoTogether>]
    [Error<ModulePlanHasChanged>]
    public static async Task<Result<ModuleChange>> EnableModuleAsync(
        EnableModuleInput input, ModuleAdministration modules, CancellationToken cancellationToken) =>
        ModuleChange.Of(await modules.EnableAsync(input.Module, input.Reason, input.Plan, cancellationToken));

    /// <summary>Disables a module for this province (tắt phân hệ). Its data stay, and are hidden until it is enabled again.</summary>
    [Requires(HostPermissions.ManageModules)]
    [Error<ModulesBelongToTheProvince>]
    [Error<ModuleIsNeededByOtherModules>]
    [Error<ModuleIsNotInstalled>]
    [Error<ModulePlanHasChanged>]
    public static async Task<Result<ModuleChange>> DisableModuleAsync(
        DisableModuleInput input, ModuleAdministration modules, CancellationToken cancellationToken) =>
        ModuleChange.Of(await modules.DisableAsync(input.Module, input.Reason, input.Plan, cancellationToken));
}

/// <summary>Enables a module.</summary>
/// <param name="Module">The module's identifier.</param>
/// <param name="Reason">Why, for the history.</param>
/// <param name="Plan">The digest of the plan that was looked at, one of `moduleChangePlan`.</param>
internal sealed record EnableModuleInput(string Module, string Reason, string Plan);

/// <summary>Disables a module.</summary>
/// <param name="Module">The module's identifier.</param>
/// <param name="Reason">Why, for the history.</param>
/// <param name="Plan">The digest of the plan that was looked at, one of `moduleChangePlan`.</param>
internal sealed record DisableModuleInput(string Module, string Reason, string Plan);

/// <summary>What a payload shows of a module that was enabled or disabled.</summary>
/// <param name="Module">The module as it stands now.</param>
internal sealed record ModuleChange(ModuleOfProvince Module)
{
    public static Result<ModuleChange> Of(Result<ModuleOfProvince> changed) =>
        changed.Succeeded ? new ModuleChange(changed.Value) : changed.Problems.ToList();
}
