using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>How far a comment of the residence has come (residence liaison §3.4).</summary>
internal enum CommentState
{
    /// <summary>It was asked for; the cell has written nothing yet (đã yêu cầu).</summary>
    Requested,

    /// <summary>The cell committee is writing it (đang dự thảo).</summary>
    Drafted,

    /// <summary>The cell committee and the Front work committee agreed on it, and the cell's secretary signed (chi bộ đã ký).</summary>
    Signed,

    /// <summary>The commune committee certified it (đảng ủy xã, phường đã xác nhận).</summary>
    Certified,

    /// <summary>It went to the workplace (đã gửi).</summary>
    Sent,

    /// <summary>The workplace received it (nơi công tác đã nhận).</summary>
    Received,

    /// <summary>The workplace told the member (đã thông báo cho đảng viên).</summary>
    Told,

    /// <summary>The residence sent the request back without a comment (đã trả lại), RES-15.</summary>
    Returned,

    /// <summary>No comment is needed any more (đã hủy).</summary>
    Cancelled,
}

/// <summary>What a comment comes to in statistics, whatever levels the province writes.</summary>
internal enum CommentOutcome
{
    /// <summary>Commended (biểu dương).</summary>
    Commended,

    /// <summary>Neither commended nor reminded (bình thường).</summary>
    Ordinary,

    /// <summary>Reminded, criticised or warned (nhắc nhở, phê bình).</summary>
    Warned,
}

/// <summary>Why there will be no comment.</summary>
internal enum CommentClosing
{
    /// <summary>The member was never received by a cell at the residence (chưa được chi bộ nơi cư trú tiếp nhận), RES-15.</summary>
    NeverReceived,

    /// <summary>The member does not live there (không cư trú tại địa phương), RES-15.</summary>
    NotLivingThere,

    /// <summary>The member lives there and never kept contact, so that nothing can be said (không giữ mối liên hệ), RES-15.</summary>
    NotInContact,

    /// <summary>The introduction ended before the comment was written (không còn thuộc diện giới thiệu).</summary>
    IntroductionEnded,

    /// <summary>Another record of the same person has the comment (hợp nhất hồ sơ).</summary>
    Merged,
}

/// <summary>Why the cell or the commune committee sends a request back.</summary>
internal enum CommentReturnReason
{
    /// <summary>The member was never received by the cell (chưa được chi bộ tiếp nhận), RES-15.</summary>
    NeverReceived,

    /// <summary>The member does not live there (không cư trú tại địa phương), RES-15.</summary>
    NotLivingThere,

    /// <summary>The member lives there and never kept contact (không giữ mối liên hệ), RES-15.</summary>
    NotInContact,
}

/// <summary>What states are called.</summary>
internal static class CommentStates
{
    /// <summary>Whether the workplace has it.</summary>
    public static bool IsSent(this CommentState state) => state is >= CommentState.Sent and <= CommentState.Told;

    /// <summary>What a state is called in sentences.</summary>
    public static LocalizedText Name(this CommentState state) => state switch
    {
        CommentState.Requested => new LocalizedText("đã yêu cầu", "asked for"),
        CommentState.Drafted => new LocalizedText("đang dự thảo", "drafted"),
        CommentState.Signed => new LocalizedText("chi bộ đã ký", "signed by the cell"),
        CommentState.Certified => new LocalizedText("đảng ủy xã, phường đã xác nhận", "certified by the commune committee"),
        CommentState.Sent => new LocalizedText("đã gửi", "sent"),
        CommentState.Received => new LocalizedText("nơi công tác đã nhận", "received by the workplace"),
        CommentState.Told => new LocalizedText("đã thông báo cho đảng viên", "told to the member"),
        CommentState.Returned => new LocalizedText("đã trả lại", "returned"),
        _ => new LocalizedText("đã hủy", "cancelled"),
    };
}
