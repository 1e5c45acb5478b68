using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.Results;

namespace Modular.DataProtection.Copies;

/// <summary>What a copy calls its tables and columns, in the language of whoever fetches it: by their descriptions in English, by the terms of these in Vietnamese.</summary>
internal static class CopyWording
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["AuthorityNotice"] = "Việc xử lý của cơ quan nhà nước",
        ["MatchCandidate"] = "Người có thể khớp với dòng đối chiếu",
        ["MatchRow"] = "Dòng của danh sách đối chiếu",
        ["FlagPeriod"] = "Dấu hiệu của đảng viên",
        ["ReorganizationMember"] = "Đảng viên trong đợt sắp xếp tổ chức",
    };

    /// <summary>What a row of the table is.</summary>
    public static string TitleOf(PersonalDataTable table, Language language) => language == Language.Vietnamese
        ? table.VietnameseTitle ?? Titles.GetValueOrDefault(table.Name) ?? table.Name
        : table.Description ?? table.Name;

    /// <summary>What a column holds; its name in the database where nobody says.</summary>
    public static string HeadingOf(PersonalDataTable table, string column, Language language) => language == Language.Vietnamese
        ? table.VietnameseHeadingOf(column) ?? VietnameseColumns.Find(column) ?? column
        : table.Descriptions.GetValueOrDefault(column, column);
}
