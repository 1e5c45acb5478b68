using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Badges;

/// <summary>The steps of the Party badge, how far before its day it may be awarded, and what comes with it (MEM-42 to MEM-45).</summary>
internal sealed record BadgePolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.badges";

    /// <inheritdoc />
    public static RuleReference Source => Rules.BadgeSteps;

    /// <summary>
    /// The steps, the lowest first. Gift multiples are those of 56-HD/VPTW 2015; that of 45, 85 and 90 years stands in no text at hand, so that no gift is
    /// computed for them until the province enters it.
    /// </summary>
    public IReadOnlyList<BadgeStep> Steps { get; init; } =
    [
        new(30, 12, 1.5m), new(40, 12, 2m), new(45, 12, null), new(50, 12, 3m), new(55, 12, 3.5m), new(60, 12, 5m), new(65, 12, 6m),
        new(70, 24, 8m), new(75, 24, 10m), new(80, 24, 15m), new(85, 24, null), new(90, 24, null),
    ];

    /// <summary>How many months before the step somebody may have died to be awarded the badge after death (MEM-43).</summary>
    public int PosthumousMonths { get; init; } = 12;

    /// <summary>The award days of a year as month and day (MEM-44): 3/2, 19/5, 2/9, 7/11; a round may be opened for another great day.</summary>
    public IReadOnlyList<string> AwardDays { get; init; } = ["02-03", "05-19", "09-02", "11-07"];

    /// <summary>The base pay (mức lương cơ sở) in đồng, of which gifts are multiples: 73/2024/NĐ-CP, from 1 July 2024; to be entered anew when it rises.</summary>
    public int BasePay { get; init; } = 2_340_000;

    /// <summary>How many days before the award day the decision of a round is to be there; no instrument fixes it.</summary>
    public int DecisionDaysBefore { get; init; } = 15;

    /// <summary>How many days before that a round comes up as due; no instrument fixes it.</summary>
    public int NoticeDays { get; init; } = 45;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];

    /// <summary>In how many working days whoever was expelled or removed returns badges; no instrument fixes it.</summary>
    public int ReturnWorkingDays { get; init; } = 30;

    /// <summary>The step of so many years, or null where there is none.</summary>
    public BadgeStep? Find(int years) => Steps.FirstOrDefault(step => step.Years == years);

    /// <summary>The highest step whose day is not after a day; null before the first one.</summary>
    public BadgeStep? Highest(DateOnly partyAgeFrom, DateOnly day) => Steps.LastOrDefault(step => step.ReachedOn(partyAgeFrom) <= day);
}

/// <summary>A step of the badge.</summary>
/// <param name="Years">Years of Party age.</param>
/// <param name="EarlyMonths">How many months before it the gravely ill may be awarded it.</param>
/// <param name="GiftMultiple">The gift as a multiple of base pay; null where it is not known.</param>
internal sealed record BadgeStep(int Years, int EarlyMonths, decimal? GiftMultiple)
{
    /// <summary>The day on which somebody whose Party age counts from a day reaches it.</summary>
    public DateOnly ReachedOn(DateOnly partyAgeFrom) => partyAgeFrom.AddYears(Years);
}
