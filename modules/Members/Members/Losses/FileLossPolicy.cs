using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Losses;

/// <summary>By when a lost file is restored, and a lost paper issued anew (MEM-06, MEM-24).</summary>
internal sealed record FileLossPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.file-losses";

    /// <inheritdoc />
    public static RuleReference Source => Rules.LostFiles;

    /// <summary>In how many working days of the report; no instrument fixes it.</summary>
    public int RestorationWorkingDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];
}
