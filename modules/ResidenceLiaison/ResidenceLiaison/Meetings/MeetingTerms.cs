using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>For which part of a year a cell meets its working members (RES-04).</summary>
internal enum MeetingPeriod
{
    /// <summary>The periodic meeting of January to June (6 tháng đầu năm).</summary>
    FirstHalf,

    /// <summary>The periodic meeting of July to December (6 tháng cuối năm).</summary>
    SecondHalf,

    /// <summary>A meeting because it is needed (họp đột xuất, khi cần).</summary>
    Extraordinary,
}

/// <summary>How far a meeting has come.</summary>
internal enum MeetingState
{
    /// <summary>Day and agenda are set (đã lên kế hoạch).</summary>
    Planned,

    /// <summary>The members were summoned (đã mời).</summary>
    Invited,

    /// <summary>It was held, and who came is known (đã họp).</summary>
    Held,

    /// <summary>It was not held (đã hủy).</summary>
    Cancelled,
}

/// <summary>Whether a member came to a meeting. Only whoever comes in person was there (RES-11).</summary>
internal enum AttendanceKind
{
    /// <summary>Summoned; the meeting was not held yet (đã mời).</summary>
    Summoned,

    /// <summary>There in person (có mặt).</summary>
    Present,

    /// <summary>Absent with a reason (vắng có lý do).</summary>
    AbsentWithReason,

    /// <summary>Absent without a reason (vắng không có lý do).</summary>
    AbsentWithoutReason,

    /// <summary>Somebody of the family came instead, which counts as absent (người nhà đi thay), RES-11.</summary>
    Represented,
}

/// <summary>What states and attendances are called.</summary>
internal static class MeetingStates
{
    /// <summary>What a state is called in sentences.</summary>
    public static LocalizedText Name(this MeetingState state) => state switch
    {
        MeetingState.Planned => new LocalizedText("đã lên kế hoạch", "planned"),
        MeetingState.Invited => new LocalizedText("đã mời", "called"),
        MeetingState.Held => new LocalizedText("đã họp", "held"),
        _ => new LocalizedText("đã hủy", "cancelled"),
    };

    /// <summary>What is said of whether a member came.</summary>
    public static LocalizedText Name(this AttendanceKind kind) => kind switch
    {
        AttendanceKind.Summoned => new LocalizedText("đã mời", "summoned"),
        AttendanceKind.Present => new LocalizedText("có mặt", "present"),
        AttendanceKind.AbsentWithReason => new LocalizedText("vắng có lý do", "absent with a reason"),
        AttendanceKind.AbsentWithoutReason => new LocalizedText("vắng không có lý do", "absent without a reason"),
        _ => new LocalizedText("người nhà đi thay", "represented by family"),
    };
}
