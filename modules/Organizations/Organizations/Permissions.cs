using Modular.Kernel.Access;
using Modular.Organizations.Contracts;

namespace Modular.Organizations;

/// <summary>What the module lets people do, and which of the default roles may do it.</summary>
internal static class Permissions
{
    private static readonly string[] Everybody =
    [
        DefaultRoles.Member, DefaultRoles.CellSecretary, DefaultRoles.GrassrootsOfficer, DefaultRoles.OrganizationBoardOfficer,
        DefaultRoles.Auditor, DefaultRoles.ProvinceAdministrator, DefaultRoles.SystemOperator,
    ];

    private static readonly string[] Officers =
    [
        DefaultRoles.Member, DefaultRoles.CellSecretary, DefaultRoles.GrassrootsOfficer, DefaultRoles.OrganizationBoardOfficer, DefaultRoles.Auditor,
    ];

    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(OrganizationsPermissions.Read, new("Xem danh bạ tổ chức đảng", "Read the directory of organizations"))
        {
            DefaultRoles = Everybody,
        },
        new(OrganizationsPermissions.ReadCommittees, new("Xem cấp ủy và chức vụ cấp ủy", "Read committees and who holds their posts"))
        {
            DefaultRoles = Officers,
        },
        new(OrganizationsPermissions.Found, new("Thành lập tổ chức đảng", "Found organizations"))
        {
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer],
        },
        new(OrganizationsPermissions.Rename, new("Đổi tên tổ chức đảng", "Rename organizations"))
        {
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer],
        },
        new(OrganizationsPermissions.Move, new("Chuyển tổ chức đảng trực thuộc", "Move organizations under another parent"))
        {
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer],
        },
        new(OrganizationsPermissions.Dissolve, new("Giải thể, kết thúc hoạt động tổ chức đảng", "Dissolve organizations or end their activity"))
        {
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer],
        },
        new(OrganizationsPermissions.ChangeKind, new("Nâng cấp, hạ cấp, chuyển đổi loại hình tổ chức đảng", "Upgrade, downgrade or change the kind of organizations"))
        {
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer],
        },
        new(OrganizationsPermissions.Reorganize, new("Lập, quyết định và theo dõi đề án sắp xếp tổ chức đảng", "Prepare, decide and follow schemes of reorganization"))
        {
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer],
        },
        new(OrganizationsPermissions.ReadHandOvers, new("Xem biên bản bàn giao", "Read minutes of handing over"))
        {
            DefaultRoles = [DefaultRoles.CellSecretary, DefaultRoles.GrassrootsOfficer, DefaultRoles.OrganizationBoardOfficer, DefaultRoles.Auditor],
        },
        new(OrganizationsPermissions.SignHandOvers, new("Ký biên bản bàn giao", "Sign minutes of handing over for a side"))
        {
            DefaultRoles = [DefaultRoles.CellSecretary, DefaultRoles.GrassrootsOfficer, DefaultRoles.OrganizationBoardOfficer],
        },
        new(OrganizationsPermissions.Edit, new("Cập nhật thông tin tổ chức đảng", "Change address, contact, codes and other details of organizations"))
        {
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer, DefaultRoles.GrassrootsOfficer],
        },
        new(OrganizationsPermissions.ManageCommittees, new("Quản lý nhiệm kỳ và chức vụ cấp ủy", "Open committee terms, assign and end posts"))
        {
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer, DefaultRoles.GrassrootsOfficer],
        },
        new(OrganizationsPermissions.ManageAgencies, new("Quản lý cơ quan tham mưu, giúp việc, đơn vị sự nghiệp của cấp ủy", "Establish and close agencies of committees"))
        {
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer],
        },
        new(OrganizationsPermissions.ReadMeetings, new("Xem sinh hoạt chi bộ, họp cấp ủy", "Read the meetings of cells and committees"))
        {
            DefaultRoles = [DefaultRoles.CellSecretary, DefaultRoles.GrassrootsOfficer, DefaultRoles.OrganizationBoardOfficer, DefaultRoles.Auditor],
        },
        new(OrganizationsPermissions.RecordMeetings, new("Ghi nhận sinh hoạt chi bộ, họp cấp ủy", "Record meetings of cells and committees"))
        {
            DefaultRoles = [DefaultRoles.CellSecretary, DefaultRoles.GrassrootsOfficer, DefaultRoles.OrganizationBoardOfficer],
        },
        new(OrganizationsPermissions.FollowWork, new("Theo dõi việc đến hạn về tổ chức, cấp ủy", "Follow what is due about organizations and committees"))
        {
            DefaultRoles = [DefaultRoles.CellSecretary, DefaultRoles.GrassrootsOfficer, DefaultRoles.OrganizationBoardOfficer, DefaultRoles.Auditor],
        },
        new(OrganizationsPermissions.Import, new("Nhập danh sách tổ chức đảng từ tệp", "Import organizations from files"))
        {
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer, DefaultRoles.ProvinceAdministrator],
        },
    ];
}
