using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Exemptions;

/// <summary>When exemptions are reported and looked at again (MEM-40, MEM-41).</summary>
internal sealed record ExemptionPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.exemptions";

    /// <inheritdoc />
    public static RuleReference Source => Rules.Exemption;

    /// <summary>In how many working days the cell reports its decision upward; no instrument fixes it.</summary>
    public int ReportWorkingDays { get; init; } = 10;

    /// <summary>How many days before its last day the end of an exemption comes up; no instrument fixes it.</summary>
    public int NoticeDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];
}
