using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace NamDinh.GrassrootsOversight.Overseers;

/// <summary>How often committee members visit (OV-03: the rhythm there is not readable, so it is a policy), and how fast recommendations are answered (OV-07).</summary>
internal sealed record VisitPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "grassroots-oversight.visits";

    /// <inheritdoc />
    public static RuleReference Source => Rules.Attendance;

    /// <summary>Visits a quarter of members of committees above the grassroots.</summary>
    public int VisitsAQuarterFromAbove { get; init; } = 1;

    /// <summary>Visits a quarter of members of grassroots committees: one a month.</summary>
    public int VisitsAQuarterOfGrassroots { get; init; } = 3;

    /// <summary>How many days after its first day a quarter's visits are made at the latest.</summary>
    public int QuarterDays { get; init; } = 89;

    /// <summary>In how many working days a recommendation is answered; no instrument fixes it.</summary>
    public int AnswerWorkingDays { get; init; } = 15;

    /// <summary>How many days before the last day it is called to mind.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [14, 3];

    /// <summary>The visits a quarter of a level.</summary>
    public int VisitsOf(OverseerLevel level) => level == OverseerLevel.Grassroots ? VisitsAQuarterOfGrassroots : VisitsAQuarterFromAbove;
}
