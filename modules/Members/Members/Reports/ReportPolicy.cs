using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Reports;

/// <summary>Who reports which forms for which periods, and by when. The instruments at hand fix neither days nor periods but 31 December (4-TCTW): provinces enter theirs.</summary>
internal sealed record ReportPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.reports";

    /// <inheritdoc />
    public static RuleReference Source => Rules.StatisticsForms;

    /// <summary>The periods of a year.</summary>
    public IReadOnlyList<ReportPeriod> Periods { get; init; } =
    [
        new("06-30", ["MOVEMENT", "NEW_MEMBERS", "ALL_MEMBERS"]),
        new("12-31", ["MOVEMENT", "NEW_MEMBERS", "ALL_MEMBERS", "ETHNIC_GROUPS_AND_RELIGIONS"]),
    ];

    /// <summary>The kinds of organizations that report; cells are counted by those above them.</summary>
    public IReadOnlyList<string> ReportingKinds { get; init; } = ["PROVINCIAL", "DIRECT_SUPERIOR", "GRASSROOTS_COMMITTEE", "GRASSROOTS_CELL"];

    /// <summary>The end of the first period that is reported through the system.</summary>
    public DateOnly FirstPeriodEnd { get; init; } = new(2026, 12, 31);

    /// <summary>How many days after the end of a period its reports are to be submitted.</summary>
    public int SubmitDays { get; init; } = 15;

    /// <summary>How many days before the last day a report is called to mind.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [7, 3];

    /// <summary>In how many working days the superior receives a report or returns it.</summary>
    public int ReceiveWorkingDays { get; init; } = 10;
}

/// <summary>A period that begins with the year.</summary>
/// <param name="End">Its last day as month and day, for instance <c>06-30</c>.</param>
/// <param name="Forms">The forms that are due, as the schema names them.</param>
internal sealed record ReportPeriod(string End, IReadOnlyList<string> Forms);
