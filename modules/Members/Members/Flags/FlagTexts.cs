using Modular.Kernel.Results;
using Modular.Members.Contracts;

namespace Modular.Members.Flags;

/// <summary>What flags are called in sentences.</summary>
internal static class FlagTexts
{
    public static LocalizedText Of(MembershipFlag flag) => flag switch
    {
        MembershipFlag.Exempt => new LocalizedText("miễn công tác và sinh hoạt đảng", "exempt from work and activities"),
        MembershipFlag.SuspendedActivity => new LocalizedText("đình chỉ sinh hoạt đảng", "suspended from Party activities"),
        MembershipFlag.SuspendedCommittee => new LocalizedText("đình chỉ sinh hoạt cấp ủy", "suspended from committee work"),
        MembershipFlag.TransferOutPending => new LocalizedText("đang chuyển sinh hoạt đảng", "being transferred"),
        MembershipFlag.TemporaryAway => new LocalizedText("sinh hoạt tạm thời nơi khác", "temporarily active elsewhere"),
        MembershipFlag.Abroad => new LocalizedText("ở ngoài nước", "abroad"),
        _ => new LocalizedText("trong diện rà soát, sàng lọc", "under screening"),
    };

    /// <summary>The mutation by whose procedure the flag is set, or null where it is set directly.</summary>
    public static string? SetBy(MembershipFlag flag) => flag switch
    {
        MembershipFlag.Exempt => "decideExemption",
        MembershipFlag.TransferOutPending => "signTransfers",
        MembershipFlag.TemporaryAway => "acceptTransfers",
        _ => null,
    };

    /// <summary>The mutation by whose procedure the flag ends, or null where it is ended directly.</summary>
    public static string? EndedBy(MembershipFlag flag) => flag switch
    {
        MembershipFlag.TransferOutPending => "acceptTransfers, returnTransfer, withdrawTransfer",
        MembershipFlag.TemporaryAway => "endTemporaryTransfer",
        _ => null,
    };

    /// <summary>Whether the flag is set by a decision; the others are circumstances.</summary>
    public static bool IsDecided(MembershipFlag flag) =>
        flag is MembershipFlag.Exempt or MembershipFlag.SuspendedActivity or MembershipFlag.SuspendedCommittee or MembershipFlag.UnderScreening;
}
