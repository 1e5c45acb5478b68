using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Memberships;

/// <summary>What the regulations fix about admission and probation.</summary>
internal sealed record AdmissionPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.admission";

    /// <inheritdoc />
    public static RuleReference Source => Rules.AgeAtAdmission;

    /// <summary>The least age at admission in years, counted by month (ADM-01).</summary>
    public int MinimumAgeYears { get; init; } = 18;

    /// <summary>The length of probation in months from the ceremony (ADM-20).</summary>
    public int ProbationMonths { get; init; } = 12;

    /// <summary>
    /// The day of admission from which probation is of one length for all. Before it was of 2 to 24 months by class and period (annex of
    /// 12-HD/BTCTW 2022), so that imports only point at other official dates. The day is to be confirmed.
    /// </summary>
    public DateOnly UniformProbationSince { get; init; } = new(1992, 1, 1);

    /// <summary>How many months must pass between leaving the Party and applying again (ADM-30).</summary>
    public int MonthsBeforeReadmission { get; init; } = 36;

    /// <summary>
    /// Whether somebody is old enough. Age is counted by month (ADM-01): whoever is born in a month of 2000 is 18 in the same month of 2018.
    /// </summary>
    public bool Admits(DateOnly birthDate, DateOnly day) =>
        ((day.Year - birthDate.Year) * 12) + day.Month - birthDate.Month >= MinimumAgeYears * 12;
}
