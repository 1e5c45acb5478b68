using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Cards;

/// <summary>When a card that was reported as lost or damaged is replaced (MEM-13), and when whoever leaves the Party returns theirs (MEM-16).</summary>
internal sealed record CardPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.cards";

    /// <inheritdoc />
    public static RuleReference Source => Rules.CardFaults;

    /// <summary>In how many working days another card is issued or exchanged; no instrument fixes it.</summary>
    public int ReplacementWorkingDays { get; init; } = 30;

    /// <summary>In how many working days whoever was expelled or removed, or left, returns the card (MEM-16); no instrument fixes it.</summary>
    public int ReturnWorkingDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];
}
