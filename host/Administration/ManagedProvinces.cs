using Modular.GraphQL.CodeFirst;
using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.Host.Administration;

/// <summary>
/// Finds the provinces whose modules the current user manages as a whole: operators of several see them together, with the rights that the user has in each, and nobody sees those of others.
/// </summary>
internal sealed class ManagedProvinces(ViewerReader viewers, ProvinceDirectory provinces, AccessDirectory directory, ICurrentAccess access)
{
    /// <summary>The provinces with what they have enabled, in the order of their names in addresses.</summary>
    public async Task<IReadOnlyList<ServedProvince>> ReadAsync(CancellationToken cancellationToken)
    {
        WholeProvince.Require(access, HostPermissions.ManageModules);
        if (access is not RequestAccess { User: var user })
            return [];
        var managed = new List<ServedProvince>();
        foreach (var door in await viewers.ProvincesAsync(cancellationToken))
        {
            if (provinces.State.Find(door.Slug) is { } served && await ManagesAsync(served, user, cancellationToken))
                managed.Add(served);
        }

        return managed;
    }

    // What counts is the credential of this request: roles of the other province that ask for a second factor ask for it here too, and a key of a program opens its own province only.
    private async ValueTask<bool> ManagesAsync(ServedProvince served, UserAccess user, CancellationToken cancellationToken)
    {
        var known = await directory.FindAsync(served.Province.Id, user.Account.UserId, cancellationToken);
        return known?.AccessOf(user.Credential)?.Scopes.GetValueOrDefault(HostPermissions.ManageModules, PermissionScope.Nowhere).CoversProvince == true;
    }
}

[ExtendObjectType("Module")]
internal static class ManagedProvinceFields
{
    /// <summary>The provinces in which the module serves (tỉnh đang dùng phân hệ), of those whose modules the user manages as a whole.</summary>
    [Requires(HostPermissions.ManageModules)]
    public static async Task<IReadOnlyList<IReadOnlyList<ViewerProvince>>> GetEnabledInAsync(
        [Parents] IReadOnlyList<ModuleOfProvince> parents, ManagedProvinces managed, CancellationToken cancellationToken)
    {
        var provinces = await managed.ReadAsync(cancellationToken);
        return
        [
            .. parents.Select(module => provinces.Where(served => served.Modules.Ids.Contains(module.Id))
                .Select(served => new ViewerProvince(served.Province.Slug, served.Province.Name, served.Province.VietnameseName)).ToList()),
        ];
    }
}
