namespace Modular.Members.Transfers;

/// <summary>What kind of transfer of Party activities it is; each has its introduction paper (MEM-25).</summary>
internal enum TransferKind
{
    /// <summary>To another organization for good (chuyển sinh hoạt chính thức), MEM-20.</summary>
    Official,

    /// <summary>To another cell of the same grassroots organization (giới thiệu nội bộ).</summary>
    Internal,

    /// <summary>For a time, while the member stays counted at home (chuyển sinh hoạt tạm thời), MEM-28, MEM-29.</summary>
    Temporary,

    /// <summary>To an organization abroad (chuyển sinh hoạt ra ngoài nước), MEM-31.</summary>
    Abroad,
}

/// <summary>How far a transfer has come. The first three are under way; a temporary one that was accepted goes on until it ends.</summary>
internal enum TransferState
{
    /// <summary>Asked for; the introducing boxes of the paper are not all signed.</summary>
    Requested,

    /// <summary>Introduced out: the paper is complete on the introducing side, and the member has 30 working days to present it (MEM-21).</summary>
    Introduced,

    /// <summary>At least one committee of the receiving side has signed.</summary>
    Received,

    /// <summary>The receiving cell has taken the member in.</summary>
    Accepted,

    /// <summary>A temporary transfer is over: the member is back home.</summary>
    Ended,

    /// <summary>The receiving side sent the paper back with its reason.</summary>
    Returned,

    /// <summary>The origin took it back before it was accepted.</summary>
    Withdrawn,

    /// <summary>Nothing came of it, because the person died or left the Party.</summary>
    Lapsed,
}

/// <summary>What made the transfer necessary (MEM-20, MEM-28, MEM-32).</summary>
internal enum TransferCause
{
    /// <summary>Moved to a new unit (chuyển công tác).</summary>
    NewUnit,

    /// <summary>Retired (nghỉ hưu).</summary>
    Retired,

    /// <summary>Left work (nghỉ việc, thôi việc).</summary>
    LeftWork,

    /// <summary>Demobilized (xuất ngũ, phục viên).</summary>
    Demobilized,

    /// <summary>Residence changed for long (thay đổi nơi cư trú lâu dài).</summary>
    Residence,

    /// <summary>Full-time study (học tập tập trung).</summary>
    Study,

    /// <summary>The organization was dissolved or reorganized (giải thể, sắp xếp tổ chức).</summary>
    Reorganization,

    /// <summary>Another cause, told by the reason.</summary>
    Other,
}

/// <summary>On which side of a transfer an organization signs.</summary>
internal enum TransferSide
{
    /// <summary>Introduces the member out (bên giới thiệu).</summary>
    Introducing,

    /// <summary>Takes the member in (bên tiếp nhận).</summary>
    Receiving,
}

/// <summary>What follows from kinds and states.</summary>
internal static class TransferTerms
{
    /// <summary>The states in which the paper is under way.</summary>
    public static IReadOnlyList<TransferState> UnderWay { get; } = [TransferState.Requested, TransferState.Introduced, TransferState.Received];

    /// <summary>Whether the paper is under way.</summary>
    public static bool IsOpen(this TransferState state) => UnderWay.Contains(state);
}
