using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Organizations.Meetings;

/// <summary>
/// Monthly meetings (ORG-15). From when a province keeps its meetings in the register is its own decision: before, or without one, no meeting is said to be missing.
/// </summary>
internal sealed record MeetingPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "organizations.meetings";

    /// <inheritdoc />
    public static RuleReference Source => Rules.MonthlyMeetings;

    /// <summary>The first day of the first month whose meetings are to be in the register; null while none are.</summary>
    public DateOnly? KeptFrom { get; init; }

    /// <summary>In how many working days after the end of a month its regular meeting is to be recorded; no instrument fixes it.</summary>
    public int RecordingWorkingDays { get; init; } = 5;

    /// <summary>How many days before that day it is called to mind.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [2];

    /// <summary>How many months back a missing meeting is followed, that of today included.</summary>
    public int FollowedMonths { get; init; } = 3;

    /// <summary>From how many members on a cell with Party groups may meet by groups (guidance 03-HD/TW of 2022).</summary>
    public int GroupMeetingsFromMembers { get; init; } = 50;

    /// <summary>How many of its regular meetings of a year such a cell may hold by groups (guidance 03-HD/TW of 2022).</summary>
    public int GroupMeetingsAYear { get; init; } = 3;
}
