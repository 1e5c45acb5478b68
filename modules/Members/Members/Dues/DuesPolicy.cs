using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Dues;

/// <summary>From how many months without dues on removal from the list is considered (MEM-60, REM-06).</summary>
internal sealed record DuesPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.dues";

    /// <inheritdoc />
    public static RuleReference Source => Rules.Dues;

    /// <summary>How many months of a year without dues and without good reason make a case.</summary>
    public int UnpaidMonths { get; init; } = 3;

    /// <summary>In how many working days after the last of these months the cell takes it up; no instrument fixes it.</summary>
    public int HandlingWorkingDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];
}
