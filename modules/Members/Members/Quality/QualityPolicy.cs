using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Quality;

/// <summary>From when on records count as out of date.</summary>
internal sealed record QualityPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.quality";

    /// <inheritdoc />
    public static RuleReference Source => Rules.CurrentResidence;

    /// <summary>How many months after joining a probation without a decision is overdue: 12 months and the 30 working days of ADM-22, rounded up.</summary>
    public int ProbationMonths { get; init; } = 14;

    /// <summary>How many months a registration of temporary residence lasts at most.</summary>
    public int TemporaryResidenceMonths { get; init; } = 24;
}
