using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>What the printed statistics say, line by line.</summary>
internal static class StatisticsLines
{
    /// <summary>The lines of a day.</summary>
    public static IReadOnlyList<StatisticsLine<LiaisonDay>> OfDay { get; } =
    [
        new("Đảng viên thuộc diện giới thiệu", "Members to be introduced", day => day.Total), new("Đã giới thiệu", "Introduced", day => day.Introduced),
        new("Chưa giới thiệu", "Not introduced", day => day.Missing), new("Trong đó quá hạn", "Of these overdue", day => day.Overdue),
        new("Đảng ủy xã, phường đã tiếp nhận", "Received by the commune committee", day => day.Received), new("Đã phân công về chi bộ nơi cư trú", "Assigned to a residential cell", day => day.Assigned),
        new("Giới thiệu nhưng được miễn sinh hoạt", "Introduced but exempt", day => day.IntroducedButExempt),
        new("Được miễn giới thiệu", "Exempt from introduction", day => day.ExemptFromIntroduction), new("Sinh hoạt tại nơi cư trú", "Active in the residential cell", day => day.NotApplicable),
        new("Đảng viên nơi khác giữ mối liên hệ", "Liaison members of other cells", day => day.LiaisonMembers), new("Giấy giới thiệu đến chưa tiếp nhận", "Letters that are not received", day => day.LettersWaiting),
    ];

    /// <summary>The lines of a year.</summary>
    public static IReadOnlyList<StatisticsLine<LiaisonYear>> OfYear { get; } =
    [
        new("Đã giới thiệu", "Introduced", year => year.Introduced), new("Được biểu dương", "Commended", year => year.Commended), new("Bị nhắc nhở, phê bình", "Reminded or criticised", year => year.Warned),
        new("Giấy giới thiệu đã cấp", "Letters issued", year => year.LettersIssued), new("Trong đó đã được tiếp nhận", "Of these received", year => year.LettersReceived),
        new("Nhận xét phải có", "Comments due", year => year.CommentsDue), new("Nhận xét đúng hạn", "Comments in time", year => year.CommentsInTime), new("Nhận xét quá hạn", "Comments late", year => year.CommentsLate),
        new("Cuộc họp đã tổ chức", "Meetings held", year => year.Meetings), new("Cuộc họp không có ý kiến", "Silent meetings", year => year.SilentMeetings),
        new("Lượt được mời", "Summoned", year => year.Expected), new("Lượt có mặt", "Present", year => year.Present), new("Tỷ lệ dự họp (%)", "Attendance (%)", year => year.AttendancePercent),
        new("Ý kiến đóng góp", "Opinions", year => year.Opinions), new("Thông báo nhận được", "Notices received", year => year.Notices), new("Thông báo chưa tiếp nhận", "Notices not acknowledged", year => year.NoticesUnacknowledged),
    ];
}

/// <summary>A line.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Value">Its figure; nothing where there is none.</param>
internal sealed record StatisticsLine<TFigures>(LocalizedText Name, Func<TFigures, decimal?> Value)
{
    public StatisticsLine(string vietnamese, string english, Func<TFigures, decimal?> value)
        : this(new LocalizedText(vietnamese, english), value)
    {
    }
}
