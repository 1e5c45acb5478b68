using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Modular.Members.People;

namespace Modular.Members.Statistics;

/// <summary>What the values are called by which members are counted, in the order in which they are told.</summary>
internal static class ValueTitles
{
    private static readonly Dictionary<MembershipDimension, IReadOnlyList<(string Code, LocalizedText Title)>> Known = new()
    {
        [MembershipDimension.Status] = [("OFFICIAL", new("Chính thức", "Official")), ("PROBATIONARY", new("Dự bị", "Probationary"))],
        [MembershipDimension.Sex] = [("FEMALE", new("Nữ", "Female")), ("MALE", new("Nam", "Male"))],
        [MembershipDimension.SecondMembership] = [("true", new("Kết nạp lại", "Re-admitted"))],
        [MembershipDimension.Exempt] = [("true", new("Được miễn công tác, sinh hoạt đảng", "Exempt from work and activities"))],
        [MembershipDimension.YouthUnion] = [("true", new("Đoàn viên Đoàn TNCS Hồ Chí Minh", "Member of the Youth Union"))],
        [MembershipDimension.ForeignSpouse] = [("true", new("Kết hôn với người nước ngoài", "Married to a foreigner"))],
        [MembershipDimension.AcademicTitle] = [("PROFESSOR", new("Giáo sư", "Professor")), ("ASSOCIATE_PROFESSOR", new("Phó giáo sư", "Associate professor"))],
        [MembershipDimension.GeneralEducation] =
        [
            ("LITERATE", new("Biết chữ quốc ngữ", "Literate")), ("PRIMARY", new("Tiểu học", "Primary")),
            ("LOWER_SECONDARY", new("Trung học cơ sở", "Lower secondary")), ("UPPER_SECONDARY", new("Trung học phổ thông", "Upper secondary")),
        ],
        [MembershipDimension.ProfessionalLevel] =
        [
            ("NONE", new("Chưa qua đào tạo", "None")), ("VOCATIONAL", new("Sơ cấp, công nhân kỹ thuật", "Vocational")),
            ("INTERMEDIATE", new("Trung cấp", "Intermediate")), ("COLLEGE", new("Cao đẳng", "College")), ("UNIVERSITY", new("Đại học", "University")),
            ("MASTER", new("Thạc sĩ", "Master")), ("DOCTOR", new("Tiến sĩ", "Doctor")),
        ],
        [MembershipDimension.PoliticalTheory] =
        [
            ("NONE", new("Chưa qua đào tạo", "None")), ("BASIC", new("Sơ cấp", "Basic")), ("INTERMEDIATE", new("Trung cấp", "Intermediate")),
            ("ADVANCED", new("Cao cấp, cử nhân", "Advanced")),
        ],
        [MembershipDimension.EthnicGroup] =
            [.. EthnicGroups.All.Select(group => (EnumText.Of(group.Group), new LocalizedText(group.VietnameseName, group.Group.ToString())))],
        [MembershipDimension.Religion] =
        [
            ("NONE", new("Không theo tôn giáo", "None")), ("BUDDHISM", new("Phật giáo", "Buddhism")), ("CATHOLICISM", new("Công giáo", "Catholicism")),
            ("PROTESTANTISM", new("Tin lành", "Protestantism")), ("CAO_DAI", new("Cao Đài", "Caodaism")), ("HOA_HAO", new("Phật giáo Hòa Hảo", "Hoa Hao Buddhism")),
            ("ISLAM", new("Hồi giáo", "Islam")), ("BRAHMANISM", new("Bà-la-môn", "Brahmanism")), ("BAHAI", new("Baha'i", "Bahai")),
            ("TU_AN_HIEU_NGHIA", new("Tứ Ân Hiếu Nghĩa", "Tu An Hieu Nghia")), ("BUU_SON_KY_HUONG", new("Bửu Sơn Kỳ Hương", "Buu Son Ky Huong")),
            ("TINH_DO_CU_SI", new("Tịnh độ cư sĩ Phật hội", "Pure Land")), ("MINH_SU", new("Minh Sư đạo", "Minh Su")), ("MINH_LY", new("Minh Lý đạo", "Minh Ly")),
            ("OTHER", new("Tôn giáo khác", "Other")),
        ],
    };

    /// <summary>What is told of those of whom nothing is recorded.</summary>
    public static LocalizedText NotRecorded { get; } = new("Chưa ghi", "Not recorded");

    /// <summary>The values of a dimension that has a fixed list of them; none where it has not.</summary>
    public static IReadOnlyList<(string Code, LocalizedText Title)> Of(MembershipDimension dimension) => Known.GetValueOrDefault(dimension) ?? [];
}
