using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>How far an introduction to the residence has come (residence liaison §3.4).</summary>
internal enum IntroductionState
{
    /// <summary>Nothing is to be introduced: exempt from introduction, or active in the residential cell anyway (không thuộc diện giới thiệu).</summary>
    NotIntroduced,

    /// <summary>A letter is to be issued (chưa giới thiệu).</summary>
    ToIntroduce,

    /// <summary>The letter was issued (đã cấp giấy giới thiệu).</summary>
    LetterIssued,

    /// <summary>The commune committee received it (đảng ủy xã, phường đã tiếp nhận).</summary>
    ReceivedByCommune,

    /// <summary>The member was assigned to a residential cell (đã phân công về chi bộ).</summary>
    AssignedToCell,

    /// <summary>The cell has listed and informed the member (đang giữ mối liên hệ).</summary>
    Active,

    /// <summary>The letter came back (giấy giới thiệu bị trả lại); another introduction took its place.</summary>
    Returned,

    /// <summary>The member moved house (đã chuyển nơi cư trú); another introduction took its place.</summary>
    Moved,

    /// <summary>It is over (đã kết thúc).</summary>
    Ended,
}

/// <summary>What states mean and are called.</summary>
internal static class IntroductionStates
{
    /// <summary>Whether a letter is out, so that whatever changes needs another one.</summary>
    public static bool IsIntroduced(this IntroductionState state) => state is >= IntroductionState.LetterIssued and <= IntroductionState.Active;

    /// <summary>What a state is called in sentences.</summary>
    public static LocalizedText Name(this IntroductionState state) => state switch
    {
        IntroductionState.NotIntroduced => new LocalizedText("không thuộc diện giới thiệu", "not to be introduced"),
        IntroductionState.ToIntroduce => new LocalizedText("chưa giới thiệu", "to be introduced"),
        IntroductionState.LetterIssued => new LocalizedText("đã cấp giấy giới thiệu", "introduced by letter"),
        IntroductionState.ReceivedByCommune => new LocalizedText("đảng ủy xã, phường đã tiếp nhận", "received by the commune committee"),
        IntroductionState.AssignedToCell => new LocalizedText("đã phân công về chi bộ", "assigned to a cell"),
        IntroductionState.Active => new LocalizedText("đang giữ mối liên hệ", "active"),
        IntroductionState.Returned => new LocalizedText("bị trả lại", "returned"),
        IntroductionState.Moved => new LocalizedText("đã chuyển nơi cư trú", "moved"),
        _ => new LocalizedText("đã kết thúc", "ended"),
    };
}
