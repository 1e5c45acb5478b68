using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Organizations.Reorganizing;

/// <summary>How organizations are reorganized (ORG-22, ORG-25).</summary>
internal sealed record ReorganizationPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "organizations.reorganization";

    /// <inheritdoc />
    public static RuleReference Source => Rules.DecidedBySuperior;

    /// <summary>Whether a scheme is appraised by the organization board before it is decided.</summary>
    public bool NeedsAppraisal { get; init; } = true;

    /// <summary>Into how many organizations one is split at most.</summary>
    public int MostParts { get; init; } = 5;

    /// <summary>How many official members a cell needs.</summary>
    public int CellMembers { get; init; } = 3;

    /// <summary>From how many official members on a grassroots organization is a committee and not a cell, unless the superior consented.</summary>
    public int CommitteeMembers { get; init; } = 30;

    /// <summary>In how many working days the minutes of handing over are to be signed; by analogy with ORG-21.</summary>
    public int HandOverWorkingDays { get; init; } = 30;

    /// <summary>How many days before that day it is called to mind.</summary>
    public IReadOnlyList<int> HandOverReminderDays { get; init; } = [15, 7];

    /// <summary>In how many working days a decided reorganization that could not take effect on its day is to be put right.</summary>
    public int BlockedWorkingDays { get; init; } = 5;
}
