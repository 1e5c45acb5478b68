using System.Text;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;

namespace Modular.Host.Identity;

/// <summary>All permissions of the installed modules, and the default roles that hold them, as a page for administrators.</summary>
internal static class PermissionsDocument
{
    private const string Start =
        """
        # Permissions

        Written by `dotnet run --project host -- permissions`; what it says is what the modules declare. A province starts with the roles below, may change
        what they hold, and defines others ([roles](identity.md#for-administrators)). ● the role may use the permission; ○ it may give it to others ([why these are two things](decisions/0015-permissions-are-used-or-given.md)).
        A permission marked *sensitive* opens sensitive personal data (Law 91/2025/QH15).


        """;

    /// <summary>The page.</summary>
    public static string Of(InstalledModules modules)
    {
        var text = new StringBuilder(Start);
        text.Append("## Roles\n| role | English | Vietnamese |\n|---|---|---|\n");
        foreach (var (id, title) in DefaultRoleTitles.All)
            text.Append($"| `{id}` | {title.English} | {title.Vietnamese} |\n");
        Append(text, "System", HostPermissions.All);
        foreach (var module in modules.All.OrderBy(module => module.Id, StringComparer.Ordinal))
            Append(text, module.Manifest.Title, module.Registration.DeclaredPermissions);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, IEnumerable<PermissionDefinition> permissions)
    {
        text.Append($"\n## {title}\n| permission | opens | {string.Join(" | ", DefaultRoleTitles.All.Keys)} |\n");
        text.Append("|---|---|").Append(string.Concat(Enumerable.Repeat(":-:|", DefaultRoleTitles.All.Count))).Append('\n');
        foreach (var permission in permissions)
        {
            var held = DefaultRoleTitles.All.Keys.Select(role => Marks(permission, role));
            var sensitive = permission.IsSensitive ? " *(sensitive)*" : "";
            text.Append($"| `{permission.Name}` | {permission.Title.English} ({permission.Title.Vietnamese}){sensitive} | {string.Join(" | ", held)} |\n");
        }
    }

    private static string Marks(PermissionDefinition permission, string role) =>
        (permission.DefaultRoles.Contains(role) ? "●" : "") + (RoleSetup.MayGive(role, permission) ? "○" : "");
}
