using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.Host.Administration.Access;
using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.Host.Provinces.Planning;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Host.Administration;

/// <summary>A module (phân hệ) that is installed on this host.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Title">The English name.</param>
/// <param name="VietnameseTitle">The Vietnamese name.</param>
/// <param name="Version">The version that is installed.</param>
/// <param name="DependsOn">The modules that it needs.</param>
/// <param name="IsEnabled">Whether it serves this province.</param>
[GraphQLName("Module")]
[Classified(DataClass.Internal)]
internal sealed record ModuleOfProvince(
    string Id, string Title, string VietnameseTitle, string Version, IReadOnlyList<string> DependsOn, bool IsEnabled);

/// <summary>Shows and changes which modules serve the province of the current scope.</summary>
internal sealed class ModuleAdministration(
    ModuleSwitch modules,
    ModulePlanning planning,
    ProvinceModules store,
    InstalledModules installed,
    ProvinceDirectory provinces,
    ICurrentProvince province,
    ICurrentAccess access)
{
    /// <summary>All installed modules, each after those that it needs.</summary>
    public IReadOnlyList<ModuleOfProvince> List()
    {
        var serving = provinces.State.Find(province.Province.Id)!.Modules.Ids;
        return [.. installed.All.Select(module => Describe(module.Manifest, serving.Contains(module.Id)))];
    }

    /// <summary>The events that a module listens to.</summary>
    public string[] EventsOf(string module) =>
        [.. installed.All.Single(found => found.Id == module).Registration.Subscriptions.Select(subscription => subscription.EventName).Distinct()];

    /// <summary>What a change would do; null where the module is not installed.</summary>
    public Task<ModuleChangePlan?> PlanAsync(string module, bool enables, CancellationToken cancellationToken)
    {
        WholeProvince.Require(access, HostPermissions.ManageModules);
        return planning.PlanAsync(province.Province.Id, module, enables, cancellationToken);
    }

    /// <summary>When modules were enabled and disabled.</summary>
    public Task<ILookup<string, ModuleSwitching>> HistoryAsync(IEnumerable<string> modulesOfInterest, CancellationToken cancellationToken)
    {
        WholeProvince.Require(access, HostPermissions.ManageModules);
        return store.ReadHistoryAsync(province.Province.Id, [.. modulesOfInterest], cancellationToken);
    }

    /// <summary>Enables a module.</summary>
    public Task<Result<ModuleOfProvince>> EnableAsync(string module, string reason, string plan, CancellationToken cancellationToken) =>
        ChangeAsync(reason, () => modules.EnableAsync(province.Province.Id, module, access, reason.Trim(), cancellationToken, plan), cancellationToken);

    /// <summary>Disables a module.</summary>
    public Task<Result<ModuleOfProvince>> DisableAsync(string module, string reason, string plan, CancellationToken cancellationToken) =>
        ChangeAsync(reason, () => modules.DisableAsync(province.Province.Id, module, access, reason.Trim(), cancellationToken, plan), cancellationToken);

    // Whoever made the change sees it in the next request to this host; other hosts hear of it a moment later.
    private async Task<Result<ModuleOfProvince>> ChangeAsync(string reason, Func<Task<Result<string>>> change, CancellationToken cancellationToken)
    {
        if (!access.ScopeOf(HostPermissions.ManageModules).CoversProvince)
            return new ModulesBelongToTheProvince();
        var problems = AccessInput.Reason(reason).ToList();
        if (problems.Count > 0)
            return problems;
        var changed = await change();
        if (!changed.Succeeded)
            return changed.Problems.ToList();
        await provinces.ReloadAsync(cancellationToken);
        return List().First(module => module.Id == changed.Value);
    }

    private static ModuleOfProvince Describe(ModuleManifest manifest, bool isEnabled) => new(
        manifest.Id, manifest.Title, manifest.VietnameseTitle, manifest.Version.ToString(3), manifest.DependsOn, isEnabled);
}

/// <summary>Modules serve the province as a whole, so whoever manages them for a part of it enables and disables none.</summary>
internal sealed record ModulesBelongToTheProvince : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Phân hệ được bật, tắt cho toàn tỉnh; chỉ người quản lý phân hệ của cả tỉnh được thay đổi.",
        "Modules are enabled and disabled for the whole province, by whoever manages them for all of it.");
}

/// <summary>Guards what is about the province as a whole.</summary>
internal static class WholeProvince
{
    /// <exception cref="GraphQLException">The permission is held for a part of the province only.</exception>
    public static void Require(ICurrentAccess access, string permission)
    {
        if (!access.ScopeOf(permission).CoversProvince)
            throw KernelErrors.LacksForWholeProvince(permission);
    }
}
