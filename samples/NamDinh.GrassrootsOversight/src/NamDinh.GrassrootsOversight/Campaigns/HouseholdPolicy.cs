using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace NamDinh.GrassrootsOversight.Campaigns;

/// <summary>How many households a member has at most (OV-05, OV-06), and when what names them goes (OV-20).</summary>
internal sealed record HouseholdPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "grassroots-oversight.households";

    /// <inheritdoc />
    public static RuleReference Source => Rules.LeastData;

    /// <summary>How many households one member is in charge of at most; more is told, not refused (Binh An: 5 to 7 each).</summary>
    public int MostHouseholds { get; init; } = 7;

    /// <summary>How many days after a campaign's first day every household has a member in charge; no instrument fixes it.</summary>
    public int AssignmentDays { get; init; } = 7;

    /// <summary>How many days after a campaign's first day, or the last review, it is looked at again who is in charge of which household: every year (Tay Ho).</summary>
    public int ReviewDays { get; init; } = 365;

    /// <summary>How many days after a campaign's end what names households is deleted at the latest.</summary>
    public int DeletionDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [7];
}
