using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.DataProtection.Breaches;

/// <summary>In which time a breach is told to the authority (PD-11). The clock runs in hours, also on days that are not worked.</summary>
internal sealed record BreachPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "data-protection.breaches";

    /// <inheritdoc />
    public static RuleReference Source => Rules.BreachNotice;

    /// <summary>In how many hours after detection the authority is told (PD-11).</summary>
    public int ReportHours { get; init; } = 72;

    /// <summary>The authority (PD-11, from memory: to be confirmed).</summary>
    public string Authority { get; init; } = "Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao (A05), Bộ Công an";

    /// <summary>How many days before the last day it is shown as a work item: more than the hours above, so that it comes up at once.</summary>
    public int NoticeDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [2, 1, 0];
}
