namespace Modular.Kernel.Access;

/// <summary>
/// The roles that every province starts with ("Roles that appear in all areas" of the domain). Modules name them in
/// <see cref="PermissionDefinition.DefaultRoles"/>; in the database a role is a named set of permissions that may be changed.
/// </summary>
public static class DefaultRoles
{
    /// <summary>A Party member (đảng viên): their own record, and what every member may know.</summary>
    public const string Member = "member";

    /// <summary>The secretary or committee of a cell (bí thư, chi ủy chi bộ).</summary>
    public const string CellSecretary = "cell-secretary";

    /// <summary>An officer of a grassroots committee (cán bộ đảng ủy cơ sở).</summary>
    public const string GrassrootsOfficer = "grassroots-officer";

    /// <summary>An officer of the organization board (cán bộ ban tổ chức).</summary>
    public const string OrganizationBoardOfficer = "organization-board-officer";

    /// <summary>The data-protection officer (cán bộ phụ trách bảo vệ dữ liệu cá nhân): requests of data subjects, breaches, retention.</summary>
    public const string DataProtectionOfficer = "data-protection-officer";

    /// <summary>A member of the inspection commission (ủy ban kiểm tra): reads, also the edits.</summary>
    public const string Auditor = "auditor";

    /// <summary>The administrator of a province: users, roles, grants, modules, policies.</summary>
    public const string ProvinceAdministrator = "province-administrator";

    /// <summary>The operator of the system: runs it, and reads no person's data.</summary>
    public const string SystemOperator = "system-operator";
}
