using Modular.GraphQL.CodeFirst;
using Modular.Host.Provinces;
using Modular.Host.Schemas;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
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
    InstalledModules installed,
    ProvinceDirectory provinces,
    SchemaSnapshots schemas,
    ICurrentProvince province,
    ICurrentAccess access)
{
    /// <summary>All installed modules, each after those that it needs.</summary>
    public IReadOnlyList<ModuleOfProvince> List()
    {
        var serving = provinces.State.Find(province.Province.Id)!.Modules.Ids;
        return [.. installed.All.Select(module => Describe(module.Manifest, serving.Contains(module.Id)))];
    }

    /// <summary>Enables a module.</summary>
    public async Task<Result<ModuleOfProvince>> EnableAsync(string module, string? reason, CancellationToken cancellationToken) =>
        await ShowAsync(await modules.EnableAsync(province.Province.Id, module, access, reason, cancellationToken), cancellationToken);

    /// <summary>Disables a module.</summary>
    public async Task<Result<ModuleOfProvince>> DisableAsync(string module, string? reason, CancellationToken cancellationToken) =>
        await ShowAsync(await modules.DisableAsync(province.Province.Id, module, access, reason, cancellationToken), cancellationToken);

    // Whoever made the change sees it in the next request to this host; other hosts hear of it a moment later.
    private async Task<Result<ModuleOfProvince>> ShowAsync(Result<string> changed, CancellationToken cancellationToken)
    {
        if (!changed.Succeeded)
            return changed.Problems.ToList();
        schemas.Prepare(await provinces.ReloadAsync(cancellationToken));
        return List().First(module => module.Id == changed.Value);
    }

    private static ModuleOfProvince Describe(ModuleManifest manifest, bool isEnabled) => new(
        manifest.Id, manifest.Title, manifest.VietnameseTitle, manifest.Version.ToString(3), manifest.DependsOn, isEnabled);
}
