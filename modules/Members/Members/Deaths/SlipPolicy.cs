using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Deaths;

/// <summary>When slips about those who died or left go up (MEM-05).</summary>
internal sealed record SlipPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.departure-slips";

    /// <inheritdoc />
    public static RuleReference Source => Rules.DepartureSlips;

    /// <summary>In how many working days of making it a slip is sent to the superior with the file (MEM-05).</summary>
    public int SendingWorkingDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];
}
