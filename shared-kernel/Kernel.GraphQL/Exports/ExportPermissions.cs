using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>The acts that exports take beside the rights to what they show.</summary>
public static class ExportPermissions
{
    /// <summary>Asking for a file of a list that one may read.</summary>
    public const string Request = "exports.request";

    /// <summary>Seeing what others export, and deciding on what shows sensitive data.</summary>
    public const string Approve = "exports.approve";

    /// <summary>Seeing what others export; whoever decides sees it by this one too.</summary>
    public const string Read = "exports.read";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(Request, new LocalizedText("Xuất danh sách ra tệp", "Export lists as files"))
        {
            DefaultRoles = [DefaultRoles.CellSecretary, DefaultRoles.GrassrootsOfficer, DefaultRoles.OrganizationBoardOfficer, DefaultRoles.Auditor, DefaultRoles.ProvinceAdministrator],
        },
        new(Approve, new LocalizedText("Duyệt việc xuất dữ liệu nhạy cảm", "Approve exports of sensitive data"))
        {
            IsSensitive = true,
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer, DefaultRoles.ProvinceAdministrator],
        },
        new(Read, new LocalizedText("Xem việc xuất dữ liệu của người khác", "See what others export"))
        {
            DefaultRoles = [DefaultRoles.OrganizationBoardOfficer, DefaultRoles.Auditor, DefaultRoles.ProvinceAdministrator],
        },
    ];
}
