using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>Which of the two committees a notice is for.</summary>
internal enum NoticeDirection
{
    /// <summary>From the workplace to the residence (RES-07).</summary>
    ToResidence,

    /// <summary>From the residence to the workplace (RES-08, RES-14).</summary>
    ToWorkplace,
}

/// <summary>What a notice tells.</summary>
internal enum NoticeKind
{
    /// <summary>The member took up or left a post (thay đổi chức vụ), RES-07.</summary>
    PostChanged,

    /// <summary>The member belongs to another cell of the same workplace (chuyển chi bộ), RES-07.</summary>
    CellChanged,

    /// <summary>The member went to another grassroots organization (chuyển sinh hoạt đảng), RES-07.</summary>
    Transferred,

    /// <summary>The member was expelled (khai trừ), RES-07.</summary>
    Expelled,

    /// <summary>The member's name was removed (xóa tên), RES-07.</summary>
    NameRemoved,

    /// <summary>The member left the Party (ra khỏi Đảng), RES-07.</summary>
    Left,

    /// <summary>The member died (từ trần).</summary>
    Deceased,

    /// <summary>The member is away for long or often (đi công tác dài ngày, thường xuyên), RES-07.</summary>
    LongAbsence,

    /// <summary>The member has a special task (nhiệm vụ đặc thù), RES-07; the notice says no more of it.</summary>
    SpecialTask,

    /// <summary>The member came into another category (thay đổi diện giới thiệu).</summary>
    CategoryChanged,

    /// <summary>The member lives elsewhere (chuyển nơi cư trú), RES-09.</summary>
    MovedHouse,

    /// <summary>The member was absent from a meeting without a reason, or sent somebody of the family (vắng họp), RES-08, RES-11.</summary>
    AbsentFromMeeting,

    /// <summary>The member broke policy, law or local rules (vi phạm), RES-08.</summary>
    Breach,

    /// <summary>The residence praised the member (biểu dương), RES-14.</summary>
    Praised,

    /// <summary>The residence proposes that the workplace praises the member (đề nghị biểu dương, khen thưởng), RES-14.</summary>
    PraiseProposed,

    /// <summary>The residence proposes that the workplace handles the member (đề nghị xử lý), RES-14.</summary>
    HandlingProposed,

    /// <summary>Anything else that one committee writes to the other (trao đổi).</summary>
    Message,
}

/// <summary>How far a notice has come at the committee for which it is.</summary>
internal enum NoticeState
{
    /// <summary>It lies there (đã gửi tới).</summary>
    Delivered,

    /// <summary>Somebody has read it (đã xem).</summary>
    Read,

    /// <summary>The committee has taken note (đã tiếp nhận).</summary>
    Acknowledged,

    /// <summary>A proposal was answered (đã trả lời).</summary>
    Answered,

    /// <summary>It was not true: what it told was corrected (đã thu hồi).</summary>
    Withdrawn,
}

/// <summary>What the workplace did with a proposal.</summary>
internal enum ProposalResult
{
    /// <summary>It did as was proposed (thực hiện theo đề nghị).</summary>
    Accepted,

    /// <summary>It did a part of it, or something else (thực hiện một phần).</summary>
    AcceptedInPart,

    /// <summary>It did not (không thực hiện).</summary>
    Declined,
}

/// <summary>What kinds and states mean and are called.</summary>
internal static class NoticeTerms
{
    /// <summary>In which direction a kind goes; null for what goes in both.</summary>
    public static NoticeDirection? Direction(this NoticeKind kind) => kind switch
    {
        NoticeKind.Message => null,
        >= NoticeKind.AbsentFromMeeting => NoticeDirection.ToWorkplace,
        _ => NoticeDirection.ToResidence,
    };

    /// <summary>Whether somebody writes it; what the register knows by itself nobody does.</summary>
    public static bool IsWritten(this NoticeKind kind) => kind is NoticeKind.PostChanged or NoticeKind.LongAbsence or NoticeKind.SpecialTask
        or NoticeKind.Breach or NoticeKind.Praised or NoticeKind.PraiseProposed or NoticeKind.HandlingProposed or NoticeKind.Message;

    /// <summary>Whether the workplace says what it does about it (RES-14).</summary>
    public static bool IsProposal(this NoticeKind kind) => kind is NoticeKind.PraiseProposed or NoticeKind.HandlingProposed;

    /// <summary>What a state is called in sentences.</summary>
    public static LocalizedText Name(this NoticeState state) => state switch
    {
        NoticeState.Delivered => new LocalizedText("đã gửi tới", "delivered"),
        NoticeState.Read => new LocalizedText("đã xem", "read"),
        NoticeState.Acknowledged => new LocalizedText("đã tiếp nhận", "acknowledged"),
        NoticeState.Answered => new LocalizedText("đã trả lời", "answered"),
        _ => new LocalizedText("đã thu hồi", "withdrawn"),
    };

    /// <summary>What a kind is called in sentences and papers.</summary>
    public static LocalizedText Name(this NoticeKind kind) => kind switch
    {
        NoticeKind.PostChanged => new LocalizedText("Thay đổi chức vụ", "Change of post"),
        NoticeKind.CellChanged => new LocalizedText("Chuyển chi bộ", "Another cell"),
        NoticeKind.Transferred => new LocalizedText("Chuyển sinh hoạt đảng", "Transfer"),
        NoticeKind.Expelled => new LocalizedText("Khai trừ", "Expulsion"),
        NoticeKind.NameRemoved => new LocalizedText("Xóa tên", "Removal of the name"),
        NoticeKind.Left => new LocalizedText("Ra khỏi Đảng", "Left the Party"),
        NoticeKind.Deceased => new LocalizedText("Từ trần", "Death"),
        NoticeKind.LongAbsence => new LocalizedText("Đi công tác dài ngày", "Long absence"),
        NoticeKind.SpecialTask => new LocalizedText("Nhiệm vụ đặc thù", "Special task"),
        NoticeKind.CategoryChanged => new LocalizedText("Thay đổi diện giới thiệu", "Change of category"),
        NoticeKind.MovedHouse => new LocalizedText("Chuyển nơi cư trú", "Move of house"),
        NoticeKind.AbsentFromMeeting => new LocalizedText("Vắng họp", "Absence from a meeting"),
        NoticeKind.Breach => new LocalizedText("Vi phạm", "Breach"),
        NoticeKind.Praised => new LocalizedText("Biểu dương", "Praise"),
        NoticeKind.PraiseProposed => new LocalizedText("Đề nghị biểu dương, khen thưởng", "Proposal to praise"),
        NoticeKind.HandlingProposed => new LocalizedText("Đề nghị xử lý", "Proposal to handle"),
        _ => new LocalizedText("Trao đổi", "Message"),
    };
}
