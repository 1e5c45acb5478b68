using Modular.Kernel.Results;

namespace Modular.Members;

/// <summary>The rules of the domain that the module's problems cite.</summary>
internal static class Rules
{
    public static readonly RuleReference AgeAtAdmission = new("ADM-01", "Điều lệ Đảng, Điều 1; 294-QĐ/TW / Party Charter, Article 1; 294-QĐ/TW");
    public static readonly RuleReference CeremonyAfterDecision = new("ADM-16", "294-QĐ/TW; 208-QĐ/TW");
    public static readonly RuleReference Probation = new("ADM-20", "Điều lệ Đảng, Điều 5 / Party Charter, Article 5");
    public static readonly RuleReference RecognitionAfterProbation = new("ADM-22", "294-QĐ/TW, điểm 4.2 / 294-QĐ/TW, point 4.2");
    public static readonly RuleReference Readmission = new("ADM-30", "24-QĐ/TW, điểm 3.5; 294-QĐ/TW / 24-QĐ/TW, point 3.5; 294-QĐ/TW");
    public static readonly RuleReference ProbationersAreNotExpelled = new("REM-08", "Điều lệ Đảng, Điều 35 / Party Charter, Article 35");
    public static readonly RuleReference Restoration = new("REM-18", "12-HD/BTCTW 2022");
    public static readonly RuleReference PartyAge = new("members §2.2", "12-HD/BTCTW 2022");
    public static readonly RuleReference LifeCycle = new("members §2.3", "Điều lệ Đảng, Điều 1-8, 35 / Party Charter, Articles 1-8 and 35");
    public static readonly RuleReference MemberCv = new("MEM-01", "12-HD/BTCTW 2022, điểm 2.2 / 12-HD/BTCTW 2022, point 2.2");
    public static readonly RuleReference LostFiles = new("MEM-06", "12-HD/BTCTW 2022");
    public static readonly RuleReference LossesOnTheWay = new("MEM-24", "12-HD/BTCTW 2022");
    public static readonly RuleReference RegulatedCorrection = new("MEM-08", "06-HD/TW");
    public static readonly RuleReference OneRecordForLife = new("MEM-09", "104 loại tài liệu hồ sơ / file digitization plan");
    public static readonly RuleReference CvNumber = new("MEM-10", "12-HD/BTCTW 2012");
    public static readonly RuleReference CardNumber = new("MEM-11", "12-HD/BTCTW 2022");
    public static readonly RuleReference CardsForOfficialMembers = new("MEM-12", "12-HD/BTCTW 2022");
    public static readonly RuleReference CardFaults = new("MEM-13", "12-HD/BTCTW 2022");
    public static readonly RuleReference ReturnedCards = new("MEM-16", "12-HD/BTCTW 2022");
    public static readonly RuleReference CardChecks = new("MEM-15", "12-HD/BTCTW 2022");
    public static readonly RuleReference MembersBelongToCells = new("MEM-20", "Điều lệ Đảng, Điều 6 / Party Charter, Article 6");
    public static readonly RuleReference PresentingThePaper = new("MEM-21", "24-QĐ/TW; 294-QĐ/TW, điểm 6.3.1 / 24-QĐ/TW; 294-QĐ/TW, point 6.3.1");
    public static readonly RuleReference PapersNotPresented = new("MEM-04", "12-HD/BTCTW 2022");
    public static readonly RuleReference StartingATransfer = new("MEM-20", "24-QĐ/TW; 294-QĐ/TW, điểm 6.3.1 / 24-QĐ/TW; 294-QĐ/TW, point 6.3.1");
    public static readonly RuleReference WhoIntroduces = new("MEM-22", "12-HD/BTCTW 2022; 06-HD/TW");
    public static readonly RuleReference TransferDossier = new("MEM-23", "24-QĐ/TW; 12-HD/BTCTW 2022");
    public static readonly RuleReference IntroductionPaper = new("MEM-25", "12-HD/BTCTW 2022");
    public static readonly RuleReference Signers = new("MEM-27", "12-HD/BTCTW 2022");
    public static readonly RuleReference TemporaryTransfer = new("MEM-28, MEM-29", "24-QĐ/TW; 294-QĐ/TW, điểm 6.3.2 / 24-QĐ/TW; 294-QĐ/TW, point 6.3.2");
    public static readonly RuleReference PortalDossier = new("MEM-33", "4192-QĐ/BTCTW");
    public static readonly RuleReference CellMinimum = new("ORG-01, ORG-02", "Điều lệ Đảng, Điều 21, 24 / Party Charter, Articles 21 and 24");
    public static readonly RuleReference Exemption = new("MEM-40", "Điều lệ Đảng, Điều 7; 24-QĐ/TW / Party Charter, Article 7; 24-QĐ/TW");
    public static readonly RuleReference OtherExemptions = new("MEM-41", "12-HD/BTCTW 2022, mục IV / section IV");
    public static readonly RuleReference BadgeSteps = new("MEM-42", "Điều lệ Đảng; 12-HD/BTCTW 2022 / Party Charter; 12-HD/BTCTW 2022");
    public static readonly RuleReference EarlyBadges = new("MEM-43", "12-HD/BTCTW 2022");
    public static readonly RuleReference BadgeRounds = new("MEM-44", "12-HD/BTCTW 2022");
    public static readonly RuleReference Praise = new("MEM-46", "12-HD/BTCTW 2022");
    public static readonly RuleReference DisciplineForms = new("MEM-50", "Điều lệ Đảng, Điều 35 / Party Charter, Article 35");
    public static readonly RuleReference DecidingBodies = new("MEM-51", "296-QĐ/TW, Điều 10 / 296-QĐ/TW, Article 10");
    public static readonly RuleReference TakingEffect = new("MEM-52", "Điều lệ Đảng, Điều 37, 38 / Party Charter, Articles 37 and 38");
    public static readonly RuleReference DisciplineVotes = new("MEM-53", "Điều lệ Đảng, Điều 38 / Party Charter, Article 38");
    public static readonly RuleReference Hindrances = new("MEM-54", "296-QĐ/TW, Điều 8 / 296-QĐ/TW, Article 8");
    public static readonly RuleReference Hearing = new("MEM-55", "296-QĐ/TW; Điều lệ Đảng, Điều 39 / 296-QĐ/TW; Party Charter, Article 39");
    public static readonly RuleReference AuthorityNotices = new("MEM-56", "22-QĐ/TW, Điều 28-31 / 22-QĐ/TW, Articles 28-31");
    public static readonly RuleReference Limitation = new("MEM-58", "296-QĐ/TW; 69-QĐ/TW");
    public static readonly RuleReference ExpulsionVotes = new("REM-01", "Điều lệ Đảng, Điều 38 / Party Charter, Article 38");
    public static readonly RuleReference ExpellingBodies = new("REM-03", "296-QĐ/TW, Điều 10 / 296-QĐ/TW, Article 10");
    public static readonly RuleReference Complaints = new("REM-10", "296-QĐ/TW, Điều 25 / 296-QĐ/TW, Article 25");
    public static readonly RuleReference UntakenComplaints = new("REM-11", "296-QĐ/TW, Điều 25 / 296-QĐ/TW, Article 25");
    public static readonly RuleReference DepartureSlips = new("MEM-05", "12-HD/BTCTW 2022");
    public static readonly RuleReference Dues = new("MEM-60, REM-06", "01-QĐ/TW 2026; 24-QĐ/TW, điểm 8.1 / 01-QĐ/TW 2026; 24-QĐ/TW, point 8.1");
    public static readonly RuleReference Suspension = new("MEM-57", "22-QĐ/TW, Điều 28-31 / 22-QĐ/TW, Articles 28-31");
    public static readonly RuleReference StatisticsForms = new("members §2.8", "11-HD/BTCTW 2021; 3296-CV/BTCTW 2017");
    public static readonly RuleReference MemberSheet = new("members §2.1", "Mẫu 2-HSĐV, 12-HD/BTCTW 2022; 06-HD/TW / Form 2-HSĐV, 12-HD/BTCTW 2022; 06-HD/TW");
    public static readonly RuleReference SupplementSlips = new("MEM-03", "Mẫu 3-HSĐV, 12-HD/BTCTW 2022; 06-HD/TW / Form 3-HSĐV, 12-HD/BTCTW 2022; 06-HD/TW");
    public static readonly RuleReference RequestedCorrections = new("MEM-08, PD-09", "06-HD/TW; Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP / 06-HD/TW; Law 91/2025/QH15; Decree 356/2025/NĐ-CP");
    public static readonly RuleReference StaysAbroad = new("members §2.1", "Mẫu 2-KNĐ, mục quan hệ nước ngoài / Form 2-KNĐ, foreign relations");
    public static readonly RuleReference CurrentResidence = new("members §2.1", "Luật Cư trú 68/2020/QH14, Điều 27 / Law on Residence 68/2020/QH14, Article 27");
    public static readonly RuleReference DocumentScans = new("MEM-09", "Thông tư 02/2019/TT-BNV; kế hoạch số hóa hồ sơ / Circular 02/2019/TT-BNV; file digitization plan");
    public static readonly RuleReference StateSecrets = new("PD-24", "Luật 117/2025/QH15 / Law 117/2025/QH15");
    public static readonly RuleReference CitizenIdentity = new("MEM-09", "Luật 26/2023/QH15; Nghị định 137/2015/NĐ-CP / Law 26/2023/QH15; Decree 137/2015/NĐ-CP");
}
