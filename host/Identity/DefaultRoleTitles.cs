using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Host.Identity;

/// <summary>What the roles that every province starts with are called.</summary>
internal static class DefaultRoleTitles
{
    public static IReadOnlyDictionary<string, LocalizedText> All { get; } = new Dictionary<string, LocalizedText>
    {
        [DefaultRoles.Member] = new("Đảng viên", "Party member"),
        [DefaultRoles.CellSecretary] = new("Bí thư, chi ủy chi bộ", "Cell secretary and committee"),
        [DefaultRoles.GrassrootsOfficer] = new("Cán bộ đảng ủy cơ sở", "Officer of a grassroots committee"),
        [DefaultRoles.OrganizationBoardOfficer] = new("Cán bộ ban tổ chức", "Organization board officer"),
        [DefaultRoles.DataProtectionOfficer] = new("Cán bộ bảo vệ dữ liệu cá nhân", "Data-protection officer"),
        [DefaultRoles.Auditor] = new("Cán bộ ủy ban kiểm tra", "Auditor of the inspection commission"),
        [DefaultRoles.ProvinceAdministrator] = new("Quản trị tỉnh", "Province administrator"),
        [DefaultRoles.SystemOperator] = new("Vận hành hệ thống", "System operator"),
    };
}
