using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.WorkItems;

/// <summary>How many members a cell needs (ORG-01), and when a smaller one is to be helped (ORG-02).</summary>
internal sealed record CellMinimumPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.cell-minimum";

    /// <inheritdoc />
    public static RuleReference Source => Rules.CellMinimum;

    /// <summary>The least official members of a cell (ORG-01).</summary>
    public int OfficialMembers { get; init; } = 3;

    /// <summary>In how many working days the superior sends members or merges the cell; no instrument fixes it, the default is that of ORG-21.</summary>
    public int RemedyWorkingDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];
}
