using Modular.Kernel.Access;
using Modular.Kernel.Results;
using static Modular.Kernel.Access.DefaultRoles;
using static Modular.ResidenceLiaison.Contracts.ResidenceLiaisonPermissions;

namespace Modular.ResidenceLiaison;

/// <summary>What the module guards, and who may do it when a province is set up.</summary>
internal static class ResidenceLiaisonPermissionDefinitions
{
    /// <summary>All permissions of the module.</summary>
    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        Define(
            Read, "Xem việc giới thiệu đảng viên về nơi cư trú", "See introductions to the residence",
            Member, CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
        Define(
            Count, "Xem số liệu giới thiệu đảng viên về nơi cư trú", "See how many are introduced",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
        Define(
            KeepList, "Rà soát danh sách, xác định diện giới thiệu về nơi cư trú", "Review lists and set categories", GrassrootsOfficer, OrganizationBoardOfficer),
        Define(IssueLetters, "Cấp giấy giới thiệu về nơi cư trú (mẫu 1-213)", "Issue introduction letters", GrassrootsOfficer, OrganizationBoardOfficer),
        Define(
            ReceiveLetters, "Tiếp nhận giấy giới thiệu, phân công về chi bộ nơi cư trú", "Receive letters and assign members to cells",
            GrassrootsOfficer, OrganizationBoardOfficer),
        Define(
            InformMembers, "Thông báo cho đảng viên được giới thiệu về chi bộ nơi cư trú", "Record that members were informed",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Define(
            AssignFollowers, "Phân công cấp ủy viên theo dõi đảng viên ở nơi cư trú", "Assign followers of members", GrassrootsOfficer, OrganizationBoardOfficer),
        Define(
            ReadMeetings, "Xem cuộc họp với đảng viên đang công tác ở nơi cư trú", "See meetings at the residence and who came",
            Member, CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
        Define(
            HoldMeetings, "Tổ chức và ghi nhận cuộc họp với đảng viên đang công tác ở nơi cư trú", "Hold and record meetings at the residence",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        .. OfComments(),
        Define(
            ReadNotices, "Xem thông báo, trao đổi giữa cấp ủy nơi công tác và nơi cư trú", "See notices between workplace and residence",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
        Define(
            ExchangeNotices, "Gửi, tiếp nhận, trả lời thông báo giữa cấp ủy nơi công tác và nơi cư trú", "Exchange notices between workplace and residence",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Define(
            ImportFigures, "Nhập số liệu báo cáo các năm về đảng viên ở nơi cư trú", "Import yearly figures of residence liaison",
            GrassrootsOfficer, OrganizationBoardOfficer),
        Define(
            FollowWork, "Theo dõi việc đến hạn về giữ mối liên hệ nơi cư trú", "Follow what is due about residence liaison",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
    ];

    private static IEnumerable<PermissionDefinition> OfComments() =>
    [
        Define(
            ReadComments, "Xem nhận xét của nơi cư trú", "See comments of the residence",
            Member, CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
        Define(OpenCommentRounds, "Mở đợt nhận xét hằng năm ở nơi cư trú", "Open yearly rounds of comments", GrassrootsOfficer, OrganizationBoardOfficer),
        Define(
            RequestComments, "Xin ý kiến nơi cư trú, tiếp nhận và thông báo cho đảng viên", "Ask for comments, receive them, tell members",
            GrassrootsOfficer, OrganizationBoardOfficer),
        Define(
            WriteComments, "Viết, ký nhận xét đảng viên ở nơi cư trú", "Write and sign comments at the residence",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Define(CertifyComments, "Xác nhận và gửi nhận xét của nơi cư trú", "Certify and send comments of the residence", GrassrootsOfficer, OrganizationBoardOfficer),
        Define(
            ReadIndicators, "Xem dấu hiệu cần xem xét về nhận xét, sinh hoạt ở nơi cư trú", "See what is worth a look about comments and meetings",
            GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
        // Not of officers of the residence: ratings are the workplace's, and the board stands above both.
        Define(
            ReadWorkplaceRatings, "Xem mức xếp loại của nơi công tác trong dấu hiệu cần xem xét", "See how workplaces rated members, in what is worth a look",
            OrganizationBoardOfficer) with { IsSensitive = true },
        Define(
            SettleIndicators, "Rà soát và ghi kết quả xem xét dấu hiệu về nhận xét ở nơi cư trú", "Look for what is worth a look, and close it with a note",
            GrassrootsOfficer, OrganizationBoardOfficer),
        Define(StateOnComments, "Có ý kiến về nhận xét của nơi cư trú đối với mình", "State an opinion on a comment about oneself", Member),
    ];

    private static PermissionDefinition Define(string name, string vietnamese, string english, params string[] roles) =>
        new(name, new LocalizedText(vietnamese, english)) { DefaultRoles = roles };
}
