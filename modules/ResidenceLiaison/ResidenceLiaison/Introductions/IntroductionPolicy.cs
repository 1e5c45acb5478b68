using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>
/// In which time members are introduced, received, assigned and informed, and how often lists are reviewed. Regulation 213 gives no number of days (RES-02), so all of them are to be decided by
/// the province; the review "at least yearly" is RES-01.
/// </summary>
internal sealed record IntroductionPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "residence-liaison.introductions";

    /// <inheritdoc />
    public static RuleReference Source => Rules.IntroducedAnew;

    /// <summary>In how many working days after its cause a letter is issued.</summary>
    public int IssueWorkingDays { get; init; } = 30;

    /// <summary>In how many working days after its issue the commune committee receives a letter or returns it.</summary>
    public int ReceiveWorkingDays { get; init; } = 15;

    /// <summary>In how many working days after its receipt the member is assigned to a cell.</summary>
    public int AssignWorkingDays { get; init; } = 15;

    /// <summary>In how many working days after the assignment the cell informs the member.</summary>
    public int InformWorkingDays { get; init; } = 15;

    /// <summary>After how many days the list of a workplace is reviewed again (RES-01).</summary>
    public int ReviewDays { get; init; } = 365;


    /// <summary>How many days before the last day a step is called to mind.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [7, 1];

    /// <summary>How many members a list has at most that is reviewed in one go; the province reviews the organizations below one by one.</summary>
    public int MostReviewed { get; init; } = 6000;
}
