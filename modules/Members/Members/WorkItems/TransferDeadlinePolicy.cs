using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.WorkItems;

/// <summary>When a member who was introduced elsewhere presents the paper there (MEM-21).</summary>
internal sealed record TransferDeadlinePolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.transfer-deadline";

    /// <inheritdoc />
    public static RuleReference Source => Rules.PresentingThePaper;

    /// <summary>In how many working days after being introduced the member presents the paper to the receiving cell (MEM-21).</summary>
    public int PresentingWorkingDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];
}
