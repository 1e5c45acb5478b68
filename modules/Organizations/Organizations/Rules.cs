using Modular.Kernel.Results;

namespace Modular.Organizations;

/// <summary>The rules of the domain that the module's problems cite.</summary>
internal static class Rules
{
    public static readonly RuleReference PlaceBySuperior = new("ORG-03", "Điều lệ Đảng, Điều 21 / Party Charter, Article 21");
    public static readonly RuleReference ConsentForExceptions = new("ORG-05", "Điều lệ Đảng, Điều 21 khoản 4 / Party Charter, Article 21(4)");
    public static readonly RuleReference CellUnderDelegatedCommittee = new("ORG-06", "Quy định 29-QĐ/TW, mục 19 / Regulation 29-QĐ/TW, section 19");
    public static readonly RuleReference CellCommittee = new("ORG-07", "Điều lệ Đảng, Điều 24 / Party Charter, Article 24");
    public static readonly RuleReference AppointmentBySuperior = new("ORG-08", "Điều lệ Đảng, Điều 24 / Party Charter, Article 24");
    public static readonly RuleReference ApprovalBySuperior = new("ORG-12", "Quy chế bầu cử trong Đảng; Điều lệ Đảng, Điều 12 / Election regulation; Party Charter, Article 12");
    public static readonly RuleReference AppointedCommittee = new("ORG-11", "Chỉ thị, hướng dẫn về sắp xếp tổ chức 2025: 31-HD/BTCTW / Guidance 31-HD/BTCTW on the reorganizations of 2025");
    public static readonly RuleReference StandingCommittee = new("ORG-09", "Điều lệ Đảng, Điều 22 / Party Charter, Article 22");
    public static readonly RuleReference CommitteeTerm = new("ORG-10", "Điều lệ Đảng, Điều 22, 24 / Party Charter, Articles 22 and 24");
    public static readonly RuleReference MembersAreMovedFirst = new("ORG-21", "Quy định 24-QĐ/TW, điểm 6.3.5 / Regulation 24-QĐ/TW, point 6.3.5");
    public static readonly RuleReference CellMinimum = new("ORG-01", "Điều lệ Đảng, Điều 21, 24 / Party Charter, Articles 21 and 24");
    public static readonly RuleReference GrassrootsSize = new("ORG-04", "Điều lệ Đảng, Điều 21 / Party Charter, Article 21");
    public static readonly RuleReference MembersMoveByList = new("ORG-22", "Quy định 24-QĐ/TW, điểm 6.3.4 / Regulation 24-QĐ/TW, point 6.3.4");
    public static readonly RuleReference MonthlyMeetings = new("ORG-15", "Điều lệ Đảng, Điều 22, 24 / Party Charter, Articles 22 and 24");
    public static readonly RuleReference GroupMeetings = new("ORG-15", "Hướng dẫn 03-HD/TW ngày 27/12/2022 / Guidance 03-HD/TW of 27 December 2022");
    public static readonly RuleReference InspectionCommittee = new("ORG-18", "Quy định 296-QĐ/TW, Điều 7 / Regulation 296-QĐ/TW, Article 7");
    public static readonly RuleReference PartyAgencies = new("ORG-20", "Quy định về cơ quan chuyên trách tham mưu, giúp việc cấp ủy 2025 / Regulations of 2025 on the agencies that advise and assist committees");
    public static readonly RuleReference PartyAgenciesOfGrassroots = new("ORG-19", "208-QĐ/TW");
    public static readonly RuleReference CodeIsNeverReused = new("ORG-24", "Quyết định 19/2025/QĐ-TTg (áp dụng tương tự / by analogy)");
    public static readonly RuleReference DecidedBySuperior = new("ORG-25", "Điều lệ Đảng, Điều 10 / Party Charter, Article 10");
    public static readonly RuleReference KindsByEra = new("ORG-03", "Điều lệ Đảng, Điều 10; 208-QĐ/TW / Party Charter, Article 10; 208-QĐ/TW");
    public static readonly RuleReference CodeScheme = new("ORG-24", "208-QĐ/TW");
}
