using Modular.Kernel.Results;

namespace Modular.DataProtection.Requests;

/// <summary>How far a request has come (data protection §6.2).</summary>
internal enum SubjectRequestState
{
    /// <summary>It came in (đã nhận).</summary>
    Received,

    /// <summary>The requester was told that it came in (đã phản hồi tiếp nhận).</summary>
    Acknowledged,

    /// <summary>It is being worked on (đang giải quyết).</summary>
    InProgress,

    /// <summary>Its time was extended, once (đã gia hạn).</summary>
    Extended,

    /// <summary>What was asked for was done (đã giải quyết).</summary>
    Done,

    /// <summary>It was refused on a ground of the law (từ chối).</summary>
    Refused,
}

/// <summary>Which state may follow which, and what they are called.</summary>
internal static class SubjectRequestStates
{
    /// <summary>
    /// Whether a state may follow: received, acknowledged, in progress, perhaps extended, then done or refused. The reply within two working days
    /// comes first whatever is decided later (PD-09); a request whose time was extended may turn out to be refused as well.
    /// </summary>
    public static bool MayBecome(this SubjectRequestState from, SubjectRequestState to) => (from, to) switch
    {
        (SubjectRequestState.Received, SubjectRequestState.Acknowledged) => true,
        (SubjectRequestState.Acknowledged, SubjectRequestState.InProgress or SubjectRequestState.Refused) => true,
        (SubjectRequestState.InProgress, SubjectRequestState.Extended or SubjectRequestState.Done or SubjectRequestState.Refused) => true,
        (SubjectRequestState.Extended, SubjectRequestState.Done or SubjectRequestState.Refused) => true,
        _ => false,
    };

    /// <summary>Whether nothing is to be done any more.</summary>
    public static bool IsClosed(this SubjectRequestState state) => state is SubjectRequestState.Done or SubjectRequestState.Refused;

    /// <summary>What a state is called in sentences.</summary>
    public static LocalizedText Name(this SubjectRequestState state) => state switch
    {
        SubjectRequestState.Received => new LocalizedText("đã nhận", "received"),
        SubjectRequestState.Acknowledged => new LocalizedText("đã phản hồi tiếp nhận", "acknowledged"),
        SubjectRequestState.InProgress => new LocalizedText("đang giải quyết", "in progress"),
        SubjectRequestState.Extended => new LocalizedText("đã gia hạn", "extended"),
        SubjectRequestState.Done => new LocalizedText("đã giải quyết", "done"),
        _ => new LocalizedText("đã từ chối", "refused"),
    };
}
