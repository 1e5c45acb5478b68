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
}

[MutationType]
internal static class ModuleMutations
{
    /// <summary>Enables a module for this province (bật phân hệ). It catches up with what happened while it was disabled.</summary>
    [Requires(HostPermissions.ManageModules)]
    [Error<ModuleIsNotInstalled>]
    [Error<ModuleNeedsOtherModules>]
    public static async Task<Result<ModuleChange>> EnableModuleAsync(
        EnableModuleInput input, ModuleAdministration modules, CancellationToken cancellationToken) =>
        ModuleChange.Of(await modules.EnableAsync(input.Module, input.Reason, cancellationToken));

    /// <summary>Disables a module for this province (tắt phân hệ). Its data stay, and are hidden until it is enabled again.</summary>
    [Requires(HostPermissions.ManageModules)]
    [Error<ModuleIsNeededByOtherModules>]
    [Error<ModuleIsNotInstalled>]
    public static async Task<Result<ModuleChange>> DisableModuleAsync(
        DisableModuleInput input, ModuleAdministration modules, CancellationToken cancellationToken) =>
        ModuleChange.Of(await modules.DisableAsync(input.Module, input.Reason, cancellationToken));
}

/// <summary>Enables a module.</summary>
/// <param name="Module">The module's identifier.</param>
/// <param name="Reason">Why, for the history.</param>
internal sealed record EnableModuleInput(string Module, string? Reason = null);

/// <summary>Disables a module.</summary>
/// <param name="Module">The module's identifier.</param>
/// <param name="Reason">Why, for the history.</param>
internal sealed record DisableModuleInput(string Module, string? Reason = null);

/// <summary>What a payload shows of a module that was enabled or disabled.</summary>
/// <param name="Module">The module as it stands now.</param>
internal sealed record ModuleChange(ModuleOfProvince Module)
{
    public static Result<ModuleChange> Of(Result<ModuleOfProvince> changed) =>
        changed.Succeeded ? new ModuleChange(changed.Value) : changed.Problems.ToList();
}
