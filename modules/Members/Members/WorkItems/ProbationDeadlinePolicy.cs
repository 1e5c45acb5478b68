using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.WorkItems;

/// <summary>When a cell reviews a probationary member (ADM-22).</summary>
internal sealed record ProbationDeadlinePolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.probation-deadline";

    /// <inheritdoc />
    public static RuleReference Source => Rules.RecognitionAfterProbation;

    /// <summary>In how many working days after the end of probation the cell reviews the member (ADM-22).</summary>
    public int ReviewWorkingDays { get; init; } = 30;

    /// <summary>How many days before the end of probation the review is to be prepared; no instrument fixes it.</summary>
    public int NoticeDays { get; init; } = 90;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [60, 30, 15, 7];
}
