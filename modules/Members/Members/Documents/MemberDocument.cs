using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.Documents;

/// <summary>
/// A paper in the file of a member (tài liệu trong hồ sơ đảng viên), MEM-07, MEM-09: what it is, where the paper is kept, and perhaps a scan. Of a state secret only number, day and place
/// are kept (PD-24).
/// </summary>
internal sealed class MemberDocument : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The member's cell; the database keeps it in step.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The kind of paper.</summary>
    public DocumentKind Kind { get; set; }

    /// <summary>What it says, in short (trích yếu); null for a state secret.</summary>
    public string? Title { get; set; }

    /// <summary>Number and symbol (số, ký hiệu).</summary>
    public string? Number { get; set; }

    /// <summary>Its date (ngày ban hành).</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Who issued it (cơ quan ban hành); null for a state secret.</summary>
    public string? IssuedBy { get; set; }

    /// <summary>Where the paper is kept (nơi lưu giữ): archive, shelf, box.</summary>
    public string KeptAt { get; set; } = "";

    /// <summary>The day on which it was handed in (ngày nộp vào hồ sơ); null where it is not known.</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>Whether it is a state secret, of which the system keeps a pointer only (PD-24).</summary>
    public bool IsStateSecret { get; set; }

    /// <summary>How many bytes the scan has; null where there is none.</summary>
    public int? ScanBytes { get; private set; }

    /// <summary>The SHA-256 of the scan in hexadecimal digits.</summary>
    public string? ScanHash { get; private set; }

    /// <summary>When the scan was taken in.</summary>
    public DateTimeOffset? ScannedAt { get; private set; }

    /// <summary>Notes the scan that was taken in.</summary>
    public void Show(DocumentScan scan, string hash, DateTimeOffset scannedAt)
    {
        ScanBytes = scan.Content!.Length;
        ScanHash = hash;
        ScannedAt = scannedAt;
    }
}

/// <summary>The scan of a paper: a PDF file, kept apart from what is known of the paper, so that lists never read it.</summary>
internal sealed class DocumentScan : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The document.</summary>
    public Guid Id { get; init; }

    /// <summary>The bytes of the file; null once they were erased.</summary>
    public byte[]? Content { get; set; }
}

/// <summary>Kinds of papers in a member's file (MEM-07), by the stage at which they come into it.</summary>
internal enum DocumentKind
{
    /// <summary>Certificate of the course for sympathizers (giấy chứng nhận lớp nhận thức về Đảng).</summary>
    AwarenessCertificate,

    /// <summary>Application for admission (đơn xin vào Đảng).</summary>
    Application,

    /// <summary>Applicant's curriculum vitae with its appraisals (lý lịch người xin vào Đảng, thẩm tra lý lịch).</summary>
    ApplicantCv,

    /// <summary>Introduction by a sponsor, the Youth Union or the trade union (giấy giới thiệu, nghị quyết giới thiệu).</summary>
    Sponsorship,

    /// <summary>Opinions of organizations and of the cell at the residence on the applicant (tổng hợp ý kiến nhận xét).</summary>
    Opinions,

    /// <summary>Resolution or report on admission (nghị quyết, báo cáo đề nghị kết nạp).</summary>
    AdmissionResolution,

    /// <summary>Appraisal of the admission by the sectional committee, where there is one (báo cáo thẩm định của đảng ủy bộ phận).</summary>
    AdmissionAppraisal,

    /// <summary>Decision on admission (quyết định kết nạp).</summary>
    AdmissionDecision,

    /// <summary>Member's curriculum vitae, form 1-HSĐV (lý lịch đảng viên).</summary>
    MemberCv,

    /// <summary>Member sheet, form 2-HSĐV (phiếu đảng viên).</summary>
    MemberSheet,

    /// <summary>Supplement slip, form 3-HSĐV (phiếu bổ sung hồ sơ).</summary>
    SupplementSlip,

    /// <summary>Certificate of the course for new members (giấy chứng nhận lớp đảng viên mới).</summary>
    NewMemberCertificate,

    /// <summary>Self-review (bản tự kiểm điểm).</summary>
    SelfReview,

    /// <summary>Comment of whoever helped the probationary member (bản nhận xét của đảng viên được phân công giúp đỡ).</summary>
    HelperComment,

    /// <summary>Opinions of organizations and of the cell at the residence on the probationary member (tổng hợp ý kiến nhận xét đảng viên dự bị).</summary>
    ProbationOpinions,

    /// <summary>Resolution on recognition, with its appraisal (nghị quyết công nhận chính thức, báo cáo thẩm định).</summary>
    RecognitionResolution,

    /// <summary>Decision on recognition (quyết định công nhận chính thức).</summary>
    RecognitionDecision,

    /// <summary>Introduction paper (giấy giới thiệu sinh hoạt đảng).</summary>
    IntroductionPaper,

    /// <summary>Decision on posts, praise, discipline or the like (quyết định khác).</summary>
    OtherDecision,

    /// <summary>Degree, certificate (văn bằng, chứng chỉ).</summary>
    Certificate,

    /// <summary>Paper of birth, identity, residence (giấy tờ hộ tịch, căn cước, cư trú).</summary>
    IdentityPaper,

    /// <summary>Another paper (tài liệu khác).</summary>
    Other,
}
