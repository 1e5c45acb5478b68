using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.WorkItems;

/// <summary>When the end of a suspension is to be decided on (MEM-57).</summary>
internal sealed record SuspensionDeadlinePolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.suspension-deadline";

    /// <inheritdoc />
    public static RuleReference Source => Rules.Suspension;

    /// <summary>How many days before its last day the end of a suspension, or its extension, is to be prepared; no instrument fixes it.</summary>
    public int NoticeDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];
}
