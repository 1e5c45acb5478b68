using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Matching;

/// <summary>By when a match run is worked off. What the list says of persons is kept until then, and no longer.</summary>
internal sealed record MatchPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.match-runs";

    /// <inheritdoc />
    public static RuleReference Source => Rules.OneRecordForLife;

    /// <summary>In how many working days the rows are decided and the run is closed; no instrument fixes it.</summary>
    public int DecisionWorkingDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7, 3];
}
