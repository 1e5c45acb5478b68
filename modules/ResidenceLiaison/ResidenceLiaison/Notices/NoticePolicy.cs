using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>In which time the two committees take note of each other's notices, and what is told by itself. Regulation 213 says "promptly" (RES-07, RES-08) and gives no days: the province decides.</summary>
internal sealed record NoticePolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "residence-liaison.notices";

    /// <inheritdoc />
    public static RuleReference Source => Rules.WorkplaceTells;

    /// <summary>In how many working days the other committee takes note.</summary>
    public int AcknowledgeWorkingDays { get; init; } = 10;

    /// <summary>In how many working days the workplace answers a proposal (RES-14).</summary>
    public int AnswerWorkingDays { get; init; } = 30;

    /// <summary>From how many absences without a reason within a year the workplace is told by itself (RES-08); 0 for never.</summary>
    public int AbsencesToTell { get; init; } = 1;

    /// <summary>Whether a move from one cell of the workplace to another is told.</summary>
    public bool TellsOtherCells { get; init; } = true;

    /// <summary>Whether posts in committees that members take up or leave are told.</summary>
    public bool TellsPosts { get; init; } = true;

    /// <summary>How many days before the last day it is called to mind.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [3, 1];
}
