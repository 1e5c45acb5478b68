namespace Modular.Members.Statistics;

/// <summary>By what members are counted (tiêu chí cơ cấu đảng viên), as forms 2-TCTW to 4-TCTW tell it.</summary>
internal enum MembershipDimension
{
    /// <summary>Official or probationary (chính thức, dự bị).</summary>
    Status,

    /// <summary>Sex (giới tính).</summary>
    Sex,

    /// <summary>Age in full years on the day (tuổi đời).</summary>
    Age,

    /// <summary>Party age of official members in full years on the day (tuổi đảng).</summary>
    Seniority,

    /// <summary>The day of joining (thời kỳ vào Đảng).</summary>
    AdmissionPeriod,

    /// <summary>Re-admitted (kết nạp lại).</summary>
    SecondMembership,

    /// <summary>Exempt from work and activities on the day (được miễn công tác, sinh hoạt đảng).</summary>
    Exempt,

    /// <summary>In the Youth Union, at an age at which its members are (đoàn viên Đoàn TNCS Hồ Chí Minh), as the member sheet says.</summary>
    YouthUnion,

    /// <summary>Married to a foreigner (kết hôn với người nước ngoài), as the member sheet says: shown where the family may be read.</summary>
    ForeignSpouse,

    /// <summary>Present occupation (nghề nghiệp hiện nay).</summary>
    Occupation,

    /// <summary>General education (giáo dục phổ thông).</summary>
    GeneralEducation,

    /// <summary>Professional level (trình độ chuyên môn).</summary>
    ProfessionalLevel,

    /// <summary>Academic title (học hàm), as the member sheet says.</summary>
    AcademicTitle,

    /// <summary>Political theory (lý luận chính trị).</summary>
    PoliticalTheory,

    /// <summary>Ethnic group (dân tộc).</summary>
    EthnicGroup,

    /// <summary>Religion (tôn giáo): shown where religions may be read.</summary>
    Religion,
}
