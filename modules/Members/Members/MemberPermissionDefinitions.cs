using Modular.Kernel.Access;
using Modular.Kernel.Results;
using static Modular.Kernel.Access.DefaultRoles;
using static Modular.Members.Contracts.MembersPermissions;

namespace Modular.Members;

/// <summary>What the module guards, and who may do it when a province is set up.</summary>
internal static class MemberPermissionDefinitions
{
    /// <summary>All permissions of the module.</summary>
    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        Sensitive(
            Read, "Xem danh sách và hồ sơ đảng viên", "Read the register of members",
            Member, CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor, ProvinceAdministrator),
        Sensitive(
            ReadSensitive, "Xem số căn cước và tôn giáo của đảng viên", "Read citizen identity numbers and religions",
            Member, GrassrootsOfficer, OrganizationBoardOfficer),
        Plain(
            Count, "Xem số lượng đảng viên của tổ chức", "Read how many members organizations have",
            Member, CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor, ProvinceAdministrator),
        Sensitive(
            Register, "Thêm đảng viên, người xin vào Đảng, quần chúng ưu tú", "Register members, applicants and sympathizers",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(
            ReadRecord, "Xem phiếu đảng viên (2-HSĐV)", "Read member sheets (2-HSĐV)",
            Member, GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(
            KeepRecords, "Cập nhật phiếu đảng viên (2-HSĐV)", "Change member sheets (2-HSĐV)",
            GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(
            SubmitSlips, "Nộp phiếu bổ sung hồ sơ đảng viên hằng năm", "Hand in yearly supplement slips",
            Member, CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(RequestChanges, "Đề nghị điều chỉnh hồ sơ của bản thân", "Ask for changes of one's own record", Member),
        Sensitive(
            Edit, "Cập nhật liên hệ, nơi cư trú, nghề nghiệp, trình độ", "Change contact, residence, occupation, education",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(
            Correct, "Điều chỉnh họ tên, giới tính, ngày sinh, số căn cước", "Correct names, sex, birth dates, identity numbers",
            OrganizationBoardOfficer),
        Plain(
            Assign, "Chuyển đảng viên giữa các chi bộ trong một tổ chức cơ sở", "Move members between cells of one grassroots organization",
            GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(
            ReadTransfers, "Xem hồ sơ chuyển sinh hoạt đảng đi và đến", "Read transfers of Party activities, out and in",
            Member, CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
        Sensitive(
            Transfer, "Chuyển sinh hoạt đảng: đề nghị, ký giấy giới thiệu, tiếp nhận", "Transfer Party activities: request, introduce, take in",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(
            ChangeStatus, "Ghi nhận kết nạp, công nhận, ra khỏi Đảng, từ trần", "Record admissions, recognitions, removals, deaths",
            OrganizationBoardOfficer),
        Sensitive(
            CorrectStatus, "Điều chỉnh tình trạng, diện của đảng viên ngoài thủ tục", "Record status and flags without the procedures that lead to them",
            OrganizationBoardOfficer),
        Sensitive(
            SetFlags, "Ghi nhận miễn sinh hoạt, đình chỉ, đi nước ngoài, sàng lọc", "Set and clear flags of members",
            GrassrootsOfficer, OrganizationBoardOfficer),
        Plain(IssueCards, "Phát thẻ đảng viên, cấp số lý lịch", "Issue Party cards and CV numbers", OrganizationBoardOfficer),
        Sensitive(
            ProposeBadges, "Đề nghị, trao tặng, thu lại Huy hiệu Đảng", "Propose, hand over and take back Party badges",
            GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(
            DecideBadges, "Mở đợt, thẩm định, quyết định tặng Huy hiệu Đảng", "Open rounds of Party badges, check proposals, decide",
            OrganizationBoardOfficer),
        Sensitive(
            ReadDiscipline, "Xem kỷ luật đảng viên", "Read disciplinary measures",
            Member, CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
        Sensitive(
            RecordDiscipline, "Ghi nhận kỷ luật, khiếu nại, thông báo của cơ quan chức năng", "Record discipline, complaints, notices of state bodies",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(
            SettleComplaints, "Ghi nhận kết quả giải quyết khiếu nại kỷ luật", "Record how complaints against discipline were settled",
            OrganizationBoardOfficer),
        Sensitive(
            Praise, "Ghi nhận khen thưởng đảng viên", "Record praise of members",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(
            KeepSlips, "Lập, chuyển phiếu báo đảng viên từ trần, ra khỏi Đảng", "Make and send slips about members who died or left",
            GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(
            KeepExemptions, "Ghi nhận đề nghị, quyết định miễn công tác, sinh hoạt đảng", "Record requests and decisions on exemption",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Plain(
            ReportCards, "Ghi nhận báo mất, báo hỏng thẻ đảng viên", "Record lost and damaged Party cards",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(
            RecordDues, "Ghi nhận đóng đảng phí theo tháng", "Record who paid dues",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Plain(
            FollowWork, "Theo dõi việc đến hạn về đảng viên, chi bộ", "Follow what is due about members and cells",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
        Sensitive(
            ResolveDuplicates, "Xem, xác minh hồ sơ nghi trùng", "See records that may be of one person, and tell persons apart",
            GrassrootsOfficer, OrganizationBoardOfficer),
        Sensitive(Match, "Đối chiếu danh sách với sổ đảng viên", "Match lists from elsewhere with the register", OrganizationBoardOfficer),
        Sensitive(Merge, "Đề nghị, duyệt, hoàn tác gộp hồ sơ trùng", "Propose, carry out and undo merges of records of one person", OrganizationBoardOfficer),
        Plain(
            ReadReports, "Xem báo cáo thống kê đã chốt", "Read closed reports of Party statistics",
            CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
        Plain(
            CloseReports, "Chốt, gửi báo cáo thống kê", "Close reports of Party statistics and submit them",
            GrassrootsOfficer, OrganizationBoardOfficer),
        Plain(
            ReceiveReports, "Tiếp nhận, trả lại báo cáo thống kê của cấp dưới", "Receive and return reports of organizations below",
            OrganizationBoardOfficer),
        Sensitive(Import, "Nhập đảng viên từ tệp", "Import members from a file", OrganizationBoardOfficer),
    ];

    private static PermissionDefinition Plain(string name, string vietnamese, string english, params string[] roles) =>
        new(name, new LocalizedText(vietnamese, english)) { DefaultRoles = roles };

    private static PermissionDefinition Sensitive(string name, string vietnamese, string english, params string[] roles) =>
        new(name, new LocalizedText(vietnamese, english)) { IsSensitive = true, DefaultRoles = roles };
}
