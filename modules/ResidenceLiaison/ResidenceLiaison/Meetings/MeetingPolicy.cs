using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>When residential cells meet their working members (RES-04: every 6 months or when needed), and what follows from a meeting.</summary>
internal sealed record MeetingPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "residence-liaison.meetings";

    /// <inheritdoc />
    public static RuleReference Source => Rules.HalfYearlyMeeting;

    /// <summary>How many days after the first day of a half-year its meeting is held at the latest (RES-04).</summary>
    public int HalfYearDays { get; init; } = 180;

    /// <summary>How many of a hundred summoned members make a quorum; no instrument fixes it, so that 0 asks for none.</summary>
    public int QuorumPercent { get; init; }

    /// <summary>In how many working days an opinion is answered; no instrument fixes it.</summary>
    public int AnswerWorkingDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [30, 7];
}
