using Modular.Members.Statistics;

namespace Modular.Members.Forms;

/// <summary>
/// Forms 2-TCTW and 3-TCTW: who was admitted, and who the members are (members §2.8). Lines of what the register does not record stand without a figure, so that nobody takes a 0 for
/// an answer. The age band 31 to 35, missing in the screen that was seen, is there: without it the ages do not add up.
/// </summary>
internal static class CompositionForms
{
    private const string Edition = "11-HD/BTCTW 2021";

    private static readonly string[] Owners = ["Chủ doanh nghiệp tư nhân", "Chủ doanh nghiệp"];

    public static FormDefinition NewMembers { get; } = new(
        StatisticsForm.NewMembers, "2-TCTW", Edition, "Đảng viên mới kết nạp", "Newly admitted members",
        [.. People(), .. Occupations(withExempt: false), .. Ages(), .. Education()],
        [SumOf("K1", "4", Occupations(withExempt: false)), SumOf("K2", "5", Ages())]);

    public static FormDefinition AllMembers { get; } = new(
        StatisticsForm.AllMembers, "3-TCTW", Edition, "Đội ngũ đảng viên", "All members",
        [.. People(), .. Occupations(withExempt: true), .. Ages(), .. Periods(), .. Education()],
        [SumOf("K1", "4", Occupations(withExempt: true)), SumOf("K2", "5", Ages()), SumOf("K3", "6", Periods())]);

    private static IEnumerable<FormLine> People() =>
    [
        new("1", "Tổng số", "All") { Measure = FormMeasure.All },
        Counted("2.1", "1", "Phụ nữ", "Women", MembershipDimension.Sex, "FEMALE"),
        Counted("2.2", "1", "Theo tôn giáo", "Of a religion", MembershipDimension.Religion, [.. ValueTitles.Of(MembershipDimension.Religion).Select(value => value.Code).Where(code => code != "NONE")]),
        Counted("2.3", "1", "Đoàn viên Đoàn TNCS Hồ Chí Minh", "Members of the Youth Union", MembershipDimension.YouthUnion, "true") with { Most = new StructurePolicy().YouthUnionAge },
        Counted("2.4", "1", "Chủ doanh nghiệp tư nhân", "Owners of private businesses", MembershipDimension.Occupation, Owners),
        Unrecorded("2.5", "1", "Vi phạm chính sách dân số", "In breach of population policy"),
        Counted("2.6", "1", "Kết hôn với người nước ngoài", "Married to a foreigner", MembershipDimension.ForeignSpouse, "true"),
        Counted("2.7", "1", "Kết nạp lại", "Re-admitted", MembershipDimension.SecondMembership, "true"),
    ];

    private static IEnumerable<FormLine> Occupations(bool withExempt)
    {
        yield return Heading("4", "Nghề nghiệp", "Occupation");
        yield return OfOccupation("4.1", "Cán bộ, công chức cơ quan nhà nước", "State officials", "Công chức", "Chuyên viên");
        yield return OfOccupation("4.2", "Cán bộ, công chức cơ quan Đảng, Mặt trận, đoàn thể", "Officials of Party, Front and mass organizations", "Cán bộ Đảng", "Cán bộ đoàn thể");
        yield return OfOccupation("4.3", "Cán bộ, công chức cấp xã; người hoạt động không chuyên trách cấp xã", "Commune officials, part-time ones too", "Công chức cấp xã", "Cán bộ không chuyên trách cấp xã");
        yield return OfOccupation("4.4", "Người hoạt động không chuyên trách ở thôn, tổ dân phố", "Part-time officials of hamlets", "Cán bộ không chuyên trách thôn", "Trưởng thôn");
        yield return OfOccupation("4.5", "Viên chức đơn vị sự nghiệp", "Employees of public service units", "Giáo viên", "Viên chức", "Bác sĩ", "Y sĩ", "Dược sĩ", "Điều dưỡng", "Kỹ thuật viên");
        yield return OfOccupation("4.6", "Người làm việc ở đơn vị ngoài công lập", "Non-public units", "Kinh doanh");
        yield return OfOccupation("4.7", "Cán bộ quản lý doanh nghiệp", "Managers of enterprises", ["Quản lý doanh nghiệp", .. Owners]);
        yield return OfOccupation("4.8", "Nhân viên gián tiếp trong doanh nghiệp", "Indirect staff of enterprises", "Kế toán", "Kỹ sư", "Nhân viên hành chính", "Nhân viên kinh doanh");
        yield return OfOccupation("4.9", "Công nhân", "Workers", "Công nhân");
        yield return OfOccupation("4.10", "Nông, lâm, ngư dân", "Farmers, foresters, fishers", "Nông dân", "Ngư dân");
        yield return OfOccupation("4.11", "Lực lượng vũ trang", "Armed forces", "Sĩ quan", "Quân nhân chuyên nghiệp");
        yield return OfOccupation("4.12", "Sinh viên", "Students", "Sinh viên");
        yield return OfOccupation("4.13", "Học sinh", "Pupils", "Học sinh");
        yield return OfOccupation("4.14", "Nghỉ hưu, mất sức", "Retired", "Hưu trí");
        yield return new FormLine("4.15", "Nghề nghiệp khác", "Others") { Parent = "4", Measure = FormMeasure.OtherValues, Dimension = MembershipDimension.Occupation };
        yield return new FormLine("4.16", "Chưa ghi nghề nghiệp", "Not recorded") { Parent = "4", Measure = FormMeasure.NotRecorded, Dimension = MembershipDimension.Occupation };
        if (withExempt)
            yield return Counted("4.17", "1", "Được miễn công tác và sinh hoạt đảng", "Exempt from work and activities", MembershipDimension.Exempt, "true");
    }

    private static IEnumerable<FormLine> Ages() =>
    [
        Heading("5", "Tuổi đời", "Age"),
        OfAge("5.0", null, 17), OfAge("5.1", 18, 30), OfAge("5.2", 31, 35), OfAge("5.3", 36, 40), OfAge("5.4", 41, 45), OfAge("5.5", 46, 50), OfAge("5.6", 51, 55),
        OfAge("5.7", 56, 60), OfAge("5.8", 61, null),
        new("5.9", "Tuổi bình quân", "Average") { Measure = FormMeasure.AverageAge },
    ];

    private static IEnumerable<FormLine> Periods() =>
    [
        Heading("6", "Thời kỳ vào Đảng", "Period of joining"),
        JoinedIn("6.1", "Trước ngày 19/8/1945", "Before 19 August 1945", null, new(1945, 8, 18)),
        JoinedIn("6.2", "19/8/1945 – 20/7/1954", "19 August 1945 to 20 July 1954", new(1945, 8, 19), new(1954, 7, 20)),
        JoinedIn("6.3", "21/7/1954 – 30/4/1975", "21 July 1954 to 30 April 1975", new(1954, 7, 21), new(1975, 4, 30)),
        JoinedIn("6.4", "Từ 01/5/1975 đến nay", "From 1 May 1975", new(1975, 5, 1), null),
        new("6.0", "Chưa ghi", "Not recorded") { Parent = "6", Measure = FormMeasure.NotRecorded, Dimension = MembershipDimension.AdmissionPeriod },
    ];

    private static IEnumerable<FormLine> Education() =>
    [
        Heading("7", "Giáo dục phổ thông", "General education"), .. Levels("7", MembershipDimension.GeneralEducation),
        Heading("8", "Trình độ chuyên môn", "Professional level"), .. Levels("8", MembershipDimension.ProfessionalLevel),
        Heading("9", "Học hàm", "Academic titles"), .. Titled("9", MembershipDimension.AcademicTitle),
        Heading("10", "Lý luận chính trị", "Political theory"), .. Levels("10", MembershipDimension.PoliticalTheory),
    ];

    private static IEnumerable<FormLine> Titled(string heading, MembershipDimension dimension) => ValueTitles.Of(dimension)
        .Select((value, index) => Counted($"{heading}.{index + 1}", heading, value.Title.Vietnamese, value.Title.English, dimension, value.Code));

    private static IEnumerable<FormLine> Levels(string heading, MembershipDimension dimension) => Titled(heading, dimension)
        .Append(new FormLine($"{heading}.0", "Chưa ghi", "Not recorded") { Parent = heading, Measure = FormMeasure.NotRecorded, Dimension = dimension });

    private static FormCheck SumOf(string code, string heading, IEnumerable<FormLine> lines) => new(
        code, $"Tổng các dòng của mục {heading} = dòng 1", $"The lines of {heading} add up to line 1", [.. lines.Where(line => line.Parent == heading).Select(line => line.Code)], ["1"]);

    private static FormLine Heading(string code, string vietnamese, string english) => new(code, vietnamese, english) { IsHeading = true };

    private static FormLine Unrecorded(string code, string parent, string vietnamese, string english) => new(code, vietnamese, english) { Parent = parent };

    private static FormLine Counted(string code, string parent, string vietnamese, string english, MembershipDimension dimension, params string[] values) =>
        new(code, vietnamese, english) { Parent = parent, Measure = FormMeasure.Values, Dimension = dimension, Values = values };

    private static FormLine OfOccupation(string code, string vietnamese, string english, params string[] occupations) =>
        Counted(code, "4", vietnamese, english, MembershipDimension.Occupation, occupations);

    private static FormLine OfAge(string code, int? least, int? most)
    {
        var (vietnamese, english) = (least, most) switch
        {
            (null, _) => ($"Dưới {most + 1} tuổi", $"Below {most + 1}"),
            (_, null) => ($"Trên {least - 1} tuổi", $"Over {least - 1}"),
            _ => ($"Từ {least} đến {most} tuổi", $"{least} to {most}"),
        };
        return new(code, vietnamese, english) { Parent = "5", Measure = FormMeasure.Band, Dimension = MembershipDimension.Age, Least = least, Most = most };
    }

    private static FormLine JoinedIn(string code, string vietnamese, string english, DateOnly? from, DateOnly? to) =>
        new(code, vietnamese, english) { Parent = "6", Measure = FormMeasure.Joined, Dimension = MembershipDimension.AdmissionPeriod, From = from, To = to };
}
