using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace ModuleName;

/// <summary>What the module guards, and which roles may do it when a province is set up.</summary>
internal static class ModuleClassPermissions
{
    /// <summary>See notes.</summary>
    public const string Read = "module-id.read";

    /// <summary>Write notes.</summary>
    public const string Write = "module-id.write";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(Read, new LocalizedText("Xem ghi chú", "See notes"))
        {
            DefaultRoles = [DefaultRoles.GrassrootsOfficer, DefaultRoles.OrganizationBoardOfficer, DefaultRoles.Auditor],
        },
        new(Write, new LocalizedText("Ghi chú", "Write notes"))
        {
            DefaultRoles = [DefaultRoles.GrassrootsOfficer, DefaultRoles.OrganizationBoardOfficer],
        },
    ];
}
