using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Discipline;

/// <summary>The periods of discipline and complaints (MEM-56, MEM-58, REM-10).</summary>
internal sealed record DisciplinePolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.discipline";

    /// <inheritdoc />
    public static RuleReference Source => Rules.Limitation;

    /// <summary>After how many months a fault is no longer reprimanded (to be confirmed).</summary>
    public int ReprimandLimitationMonths { get; init; } = 60;

    /// <summary>After how many months a fault is no longer answered by a warning or removal from post (to be confirmed). Expulsion knows no limitation (REM-04).</summary>
    public int WarningLimitationMonths { get; init; } = 120;

    /// <summary>How often at least a member was invited who stayed away and is judged nevertheless (MEM-55: "several times"; to be confirmed).</summary>
    public int LeastInvitations { get; init; } = 2;

    /// <summary>Within how many days of receiving the decision a complaint is taken (REM-10).</summary>
    public int ComplaintDays { get; init; } = 30;

    /// <summary>In how many days a complaint is settled (to be confirmed).</summary>
    public int SettlementDays { get; init; } = 90;

    /// <summary>In how many days the written decision follows the vote (MEM-52; to be confirmed).</summary>
    public int WrittenDecisionDays { get; init; } = 10;

    /// <summary>In how many days a state body informs of a suspension or punishment (MEM-56).</summary>
    public int StateNoticeDays { get; init; } = 5;

    /// <summary>In how many days a prosecuting body informs of a charge or detention (MEM-56).</summary>
    public int JusticeNoticeDays { get; init; } = 3;

    /// <summary>How many days before the last day a settlement is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];

    /// <summary>The months of limitation of a form; null where there is none.</summary>
    public int? LimitationMonths(DisciplineForm form) => form switch
    {
        DisciplineForm.Reprimand => ReprimandLimitationMonths,
        DisciplineForm.Expulsion => null,
        _ => WarningLimitationMonths,
    };
}
