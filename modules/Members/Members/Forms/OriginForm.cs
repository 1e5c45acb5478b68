using Modular.Members.Statistics;

namespace Modular.Members.Forms;

/// <summary>Form 4-TCTW: members by ethnic group (54, of foreign origin, others) and by religion, as of 31 December (members §2.8).</summary>
internal static class OriginForm
{
    private const string EthnicGroups = "2";
    private const string Religions = "3";

    public static FormDefinition Definition { get; } = new(
        StatisticsForm.EthnicGroupsAndReligions, "4-TCTW", "11-HD/BTCTW 2021", "Đảng viên theo dân tộc và tôn giáo", "Members by ethnic group and religion",
        [
            new("1", "Tổng số", "All") { Measure = FormMeasure.All },
            new(EthnicGroups, "Dân tộc", "Ethnic group") { IsHeading = true }, .. Lines(EthnicGroups, MembershipDimension.EthnicGroup),
            new(Religions, "Tôn giáo", "Religion") { IsHeading = true }, .. Lines(Religions, MembershipDimension.Religion),
            new($"{Religions}.0", "Chưa ghi", "Not recorded") { Parent = Religions, Measure = FormMeasure.NotRecorded, Dimension = MembershipDimension.Religion },
        ],
        [
            Sum("K1", EthnicGroups, MembershipDimension.EthnicGroup, []),
            Sum("K2", Religions, MembershipDimension.Religion, [$"{Religions}.0"]),
        ]);

    private static IEnumerable<FormLine> Lines(string heading, MembershipDimension dimension) => ValueTitles.Of(dimension).Select((value, index) =>
        new FormLine($"{heading}.{index + 1}", value.Title.Vietnamese, value.Title.English) { Parent = heading, Measure = FormMeasure.Values, Dimension = dimension, Values = [value.Code] });

    private static FormCheck Sum(string code, string heading, MembershipDimension dimension, string[] more) => new(
        code, $"Tổng các dòng của mục {heading} = dòng 1", $"The lines of {heading} add up to line 1", [.. Lines(heading, dimension).Select(line => line.Code), .. more], ["1"]);
}
