using Modular.Kernel.Results;
using Modular.Members.Contracts;

namespace Modular.Members.Memberships;

/// <summary>What statuses are called in sentences.</summary>
internal static class StatusTexts
{
    public static LocalizedText Of(MembershipStatus status) => status switch
    {
        MembershipStatus.Sympathizer => new LocalizedText("quần chúng ưu tú", "a sympathizer"),
        MembershipStatus.Applicant => new LocalizedText("người xin vào Đảng", "an applicant"),
        MembershipStatus.Probationary => new LocalizedText("đảng viên dự bị", "a probationary member"),
        MembershipStatus.Official => new LocalizedText("đảng viên chính thức", "an official member"),
        MembershipStatus.Expelled => new LocalizedText("đã bị khai trừ", "expelled"),
        MembershipStatus.NameRemoved => new LocalizedText("đã bị xóa tên", "removed from the list"),
        MembershipStatus.LeftOnRequest => new LocalizedText("đã ra khỏi Đảng", "out of the Party on request"),
        MembershipStatus.Deceased => new LocalizedText("đã từ trần", "deceased"),
        _ => new LocalizedText("đã chuyển sinh hoạt đảng ra ngoài tỉnh", "transferred out of the province"),
    };
}
