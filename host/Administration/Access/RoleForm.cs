using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.Kernel.Modules;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Access;

/// <summary>What inputs about roles must look like, whoever sends them.</summary>
internal sealed class RoleForm(InstalledModules installed, ProvinceDirectory provinces, ICurrentProvince province)
{
    private const int ShortestId = 3;
    private const int LongestId = 40;
    private const int LongestTitle = 100;

    /// <summary>Whether identifier and names may be those of a role.</summary>
    public static IEnumerable<Problem> Against(string id, string? title, string? vietnameseTitle)
    {
        var hasForm = id.Length is >= ShortestId and <= LongestId && char.IsAsciiLetterLower(id[0])
            && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
        if (!hasForm)
        {
            yield return new InvalidInput(new LocalizedText(
                $"Mã vai trò có từ {ShortestId} đến {LongestId} ký tự: chữ thường không dấu, số, dấu gạch nối; bắt đầu bằng chữ.",
                $"The identifier of a role has {ShortestId} to {LongestId} lower-case letters, digits and hyphens, a letter first."))
            {
                Field = "input.id",
            };
        }

        foreach (var (name, field) in new[] { (title, "input.title"), (vietnameseTitle, "input.vietnameseTitle") })
        {
            if (name is not null && (string.IsNullOrWhiteSpace(name) || name.Length > LongestTitle))
            {
                yield return new InvalidInput(new LocalizedText(
                    $"Tên vai trò có từ 1 đến {LongestTitle} ký tự.", $"The name of a role has 1 to {LongestTitle} characters."))
                {
                    Field = field,
                };
            }
        }
    }

    /// <summary>Whether permissions are there, each once, each for something.</summary>
    /// <param name="permissions">The permissions of the role.</param>
    /// <param name="before">Those that it holds already: they may stay while their module is not enabled.</param>
    public IEnumerable<Problem> Against(IReadOnlyList<RolePermissionInput> permissions, IEnumerable<string> before)
    {
        var isOnce = permissions.Select(permission => permission.Name).Distinct(StringComparer.Ordinal).Count() == permissions.Count;
        if (permissions.Count == 0 || !isOnce || permissions.Any(permission => permission is { MayUse: false, MayGive: false }))
        {
            yield return new InvalidInput(new LocalizedText(
                "Vai trò có ít nhất một quyền; mỗi quyền ghi một lần, để dùng, để giao, hoặc cả hai.",
                "A role holds a permission or more, each once, to be used, to be given, or both."))
            {
                Field = "input.permissions",
            };
        }

        var known = Known().Concat(before).ToHashSet(StringComparer.Ordinal);
        string[] unknown = [.. permissions.Select(permission => permission.Name).Where(name => !known.Contains(name)).Order(StringComparer.Ordinal)];
        if (unknown.Length > 0)
            yield return new PermissionsAreUnknown(unknown) { Field = "input.permissions" };
    }

    private IEnumerable<string> Known()
    {
        var serving = provinces.State.Find(province.Province.Id)!.Modules.Ids;
        return HostPermissions.All
            .Concat(installed.All.Where(module => serving.Contains(module.Id)).SelectMany(module => module.Registration.DeclaredPermissions))
            .Select(permission => permission.Name);
    }
}
