using Modular.Kernel.Access;
using Modular.Kernel.Results;
using static Modular.DataProtection.Contracts.DataProtectionPermissions;
using static Modular.Kernel.Access.DefaultRoles;

namespace Modular.DataProtection;

/// <summary>What the module guards, and who may do it when a province is set up.</summary>
internal static class DataProtectionPermissionDefinitions
{
    /// <summary>All permissions of the module.</summary>
    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        Sensitive(
            ReadRequests, "Xem yêu cầu của chủ thể dữ liệu cá nhân", "Read requests of data subjects",
            Member, GrassrootsOfficer, OrganizationBoardOfficer, DataProtectionOfficer, Auditor),
        Plain(FileRequest, "Gửi yêu cầu về dữ liệu cá nhân của mình", "File a request about one's own data", Member),
        Sensitive(
            RecordRequest, "Ghi nhận yêu cầu nộp trên giấy", "Record a request that was handed in on paper",
            GrassrootsOfficer, OrganizationBoardOfficer, DataProtectionOfficer),
        Sensitive(
            HandleRequests, "Tiếp nhận, giải quyết, gia hạn, từ chối yêu cầu của chủ thể dữ liệu", "Acknowledge, handle, extend and refuse requests",
            OrganizationBoardOfficer, DataProtectionOfficer),
        Plain(
            FollowRequests, "Theo dõi việc đến hạn về yêu cầu của chủ thể dữ liệu", "Follow what is due about requests of data subjects",
            GrassrootsOfficer, OrganizationBoardOfficer, DataProtectionOfficer, Auditor),
        Sensitive(ReadBreaches, "Xem sổ vi phạm bảo vệ dữ liệu cá nhân", "Read the register of breaches", DataProtectionOfficer, Auditor),
        Sensitive(HandleBreaches, "Ghi nhận và xử lý vi phạm bảo vệ dữ liệu cá nhân", "Record and handle breaches", DataProtectionOfficer),
        Plain(
            PlanRetention, "Xem dữ liệu hết thời hạn lưu giữ và việc xóa dữ liệu", "See what is no more to be kept, and erasures",
            DataProtectionOfficer, OrganizationBoardOfficer, Auditor),
        Plain(ProposeErasure, "Đề xuất xóa dữ liệu hết thời hạn lưu giữ", "Propose erasures", DataProtectionOfficer),
        Plain(ExecuteErasure, "Duyệt và thực hiện xóa dữ liệu", "Approve and execute erasures", OrganizationBoardOfficer),
    ];

    private static PermissionDefinition Plain(string name, string vietnamese, string english, params string[] roles) =>
        new(name, new LocalizedText(vietnamese, english)) { DefaultRoles = roles };

    private static PermissionDefinition Sensitive(string name, string vietnamese, string english, params string[] roles) =>
        new(name, new LocalizedText(vietnamese, english)) { IsSensitive = true, DefaultRoles = roles };
}
