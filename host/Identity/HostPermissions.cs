using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.AccessLog;
using Modular.Kernel.GraphQL.Exports;
using Modular.Kernel.GraphQL.History;
using Modular.Kernel.Results;

namespace Modular.Host.Identity;

/// <summary>The acts that the host itself guards.</summary>
internal static class HostPermissions
{
    /// <summary>Seeing how the system runs: faulty modules, health details. No person's data.</summary>
    public const string Operate = "system.operate";

    /// <summary>Enabling and disabling modules for a province.</summary>
    public const string ManageModules = "system.manage-modules";

    /// <summary>Seeing how the events between modules and the policies of the province stand.</summary>
    public const string ReadOperations = "system.read-operations";

    /// <summary>Trying parked events again, and giving them up.</summary>
    public const string HandleEvents = "system.handle-events";

    /// <summary>Putting values of policies in force for a period.</summary>
    public const string ManagePolicies = "system.manage-policies";

    /// <summary>Seeing users, roles, and who holds which.</summary>
    public const string ReadAccess = "system.read-access";

    /// <summary>Giving roles to others and ending them, as far as the own role says what may be given.</summary>
    public const string Grant = "system.grant-roles";

    /// <summary>Defining, changing and ending the roles of the province, as far as one could give what they hold.</summary>
    public const string ManageRoles = "system.manage-roles";

    /// <summary>Opening, closing and resetting accounts, and making keys for programs, as far as one could give what they hold.</summary>
    public const string ManageAccounts = "system.manage-accounts";

    /// <summary>What the host and the kernel guard, whatever modules there are.</summary>
    public static IReadOnlyList<PermissionDefinition> All => [.. Own, .. HistoryPermissions.All, .. AccessLogPermissions.All, .. ExportPermissions.All];

    /// <summary>What the host itself guards, declared like the permissions of a module.</summary>
    public static IReadOnlyList<PermissionDefinition> Own { get; } =
    [
        new(Operate, new LocalizedText("Vận hành hệ thống", "Operate the system"))
        {
            DefaultRoles = [DefaultRoles.SystemOperator],
        },
        new(ManageModules, new LocalizedText("Bật, tắt phân hệ", "Enable and disable modules"))
        {
            DefaultRoles = [DefaultRoles.ProvinceAdministrator, DefaultRoles.SystemOperator],
        },
        new(ReadOperations, new LocalizedText("Xem sự kiện giữa các phân hệ và chính sách", "See events between modules, and policies"))
        {
            DefaultRoles = [DefaultRoles.ProvinceAdministrator, DefaultRoles.SystemOperator, DefaultRoles.Auditor],
        },
        new(HandleEvents, new LocalizedText("Xử lý sự kiện bị dừng", "Try parked events again or give them up"))
        {
            DefaultRoles = [DefaultRoles.ProvinceAdministrator, DefaultRoles.SystemOperator],
        },
        new(ManagePolicies, new LocalizedText("Đặt chính sách của tỉnh", "Decide on policies of the province"))
        {
            DefaultRoles = [DefaultRoles.ProvinceAdministrator],
        },
        new(ReadAccess, new LocalizedText("Xem tài khoản, vai trò, quyền được giao", "See users, roles and grants"))
        {
            DefaultRoles = [DefaultRoles.ProvinceAdministrator, DefaultRoles.OrganizationBoardOfficer, DefaultRoles.Auditor],
        },
        new(Grant, new LocalizedText("Giao và chấm dứt vai trò", "Give and end roles"))
        {
            DefaultRoles = [DefaultRoles.ProvinceAdministrator, DefaultRoles.OrganizationBoardOfficer],
        },
        new(ManageRoles, new LocalizedText("Đặt, sửa, bỏ vai trò của tỉnh", "Define, change and end roles of the province"))
        {
            DefaultRoles = [DefaultRoles.ProvinceAdministrator],
        },
        new(ManageAccounts, new LocalizedText("Quản lý tài khoản và khóa dịch vụ", "Manage accounts and service keys"))
        {
            DefaultRoles = [DefaultRoles.ProvinceAdministrator],
        },
    ];
}
