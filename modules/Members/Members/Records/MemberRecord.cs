using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.Records;

/// <summary>
/// What the member sheet (phiếu đảng viên, 2-HSĐV) says beyond the register: one row a person, restricted to whoever keeps records. The sheet's tables hang on it; what the register
/// itself holds (names, numbers, dates of membership, residences, discipline) stands there and nowhere else.
/// </summary>
internal sealed class MemberRecord : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The member: the record has the identifier of the person.</summary>
    public Guid Id { get; init; }

    /// <summary>The member's cell, which decides who sees the record; the database keeps it in step.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>Class origin of the family (thành phần gia đình xuất thân), item 10.</summary>
    public ClassOrigin? ClassOrigin { get; set; }

    /// <summary>The day of recruitment (ngày tuyển dụng), item 13.</summary>
    public DateOnly? RecruitedOn { get; set; }

    /// <summary>The agency that recruited (cơ quan tuyển dụng), item 13.</summary>
    public string? RecruitedBy { get; set; }

    /// <summary>The day of joining the Youth Union (ngày vào Đoàn TNCS Hồ Chí Minh), item 14.</summary>
    public DateOnly? YouthUnionJoinedOn { get; set; }

    /// <summary>Other social organizations (tham gia các tổ chức xã hội khác), item 15.</summary>
    public string? SocialOrganizations { get; set; }

    /// <summary>The day of enlistment (ngày nhập ngũ), item 16.</summary>
    public DateOnly? EnlistedOn { get; set; }

    /// <summary>The day of discharge (ngày xuất ngũ), item 16.</summary>
    public DateOnly? DischargedOn { get; set; }

    /// <summary>Academic title (học hàm), item 17.</summary>
    public AcademicTitle? AcademicTitle { get; set; }

    /// <summary>Highest degree with its field (học vị, chuyên ngành), item 17.</summary>
    public string? HighestDegree { get; set; }

    /// <summary>Foreign languages with their levels (ngoại ngữ), item 17.</summary>
    public string? ForeignLanguages { get; set; }

    /// <summary>Languages of ethnic groups (tiếng dân tộc), item 17.</summary>
    public string? EthnicLanguages { get; set; }

    /// <summary>Computing (tin học), item 17.</summary>
    public string? Computing { get; set; }

    /// <summary>State of health (tình trạng sức khỏe), item 18.</summary>
    public string? Health { get; set; }

    /// <summary>Class of war invalid (thương binh loại), item 18.</summary>
    public WarInvalidClass? WarInvalidClass { get; set; }

    /// <summary>Whether the family has a martyr (gia đình liệt sĩ), item 18.</summary>
    public bool? IsOfMartyrsFamily { get; set; }

    /// <summary>Whether the family has merit for the revolution (gia đình có công với cách mạng), item 18.</summary>
    public bool? IsOfFamilyWithMerit { get; set; }

    /// <summary>When and where the person was removed from the list or expelled before (bị xóa tên, khai trừ), item 27.</summary>
    public string? FormerRemoval { get; set; }

    /// <summary>Sanctions by law (bị xử lý theo pháp luật), item 27.</summary>
    public string? LegalSanctions { get; set; }

    /// <summary>Work under former regimes (làm việc trong chế độ cũ), item 27.</summary>
    public string? OldRegimeWork { get; set; }

    /// <summary>The year of which the household's economy is told, item 30.</summary>
    public int? EconomyYear { get; set; }

    /// <summary>The household's income in that year, in đồng (tổng thu nhập của hộ gia đình), item 30.</summary>
    public long? HouseholdIncome { get; set; }

    /// <summary>Income a head in that year, in đồng (bình quân đầu người), item 30.</summary>
    public long? IncomePerHead { get; set; }

    /// <summary>Housing (nhà ở), item 30.</summary>
    public string? Housing { get; set; }

    /// <summary>Land (đất ở, đất sản xuất), item 30.</summary>
    public string? Land { get; set; }

    /// <summary>Economic activity (hoạt động kinh tế), item 30.</summary>
    public string? EconomicActivity { get; set; }

    /// <summary>Assets of great value (tài sản có giá trị lớn), item 30.</summary>
    public string? Assets { get; set; }

    /// <summary>Where the sheet was signed (nơi ký).</summary>
    public string? SignedAt { get; set; }

    /// <summary>When the sheet was signed (ngày ký).</summary>
    public DateOnly? SignedOn { get; set; }
}
