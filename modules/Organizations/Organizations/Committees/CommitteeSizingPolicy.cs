using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Organizations.Committees;

/// <summary>How large committees are (ORG-07, ORG-09).</summary>
internal sealed record CommitteeSizingPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "organizations.committee-sizing";

    /// <inheritdoc />
    public static RuleReference Source => Rules.CellCommittee;

    /// <summary>From how many official members on a cell elects a cell committee (chi ủy).</summary>
    public int CellCommitteeFromOfficialMembers { get; init; } = 9;

    /// <summary>How many members a cell committee has at most.</summary>
    public int CellCommitteeMaximum { get; init; } = 7;

    /// <summary>How many deputy secretaries a cell has at most.</summary>
    public int CellDeputySecretariesMaximum { get; init; } = 1;

    /// <summary>From how many committee members on a committee elects a standing committee (ban thường vụ).</summary>
    public int StandingCommitteeFromCommitteeMembers { get; init; } = 9;

    /// <summary>The standing committee has at most one of so many committee members: 3 means a third.</summary>
    public int StandingCommitteeShareOf { get; init; } = 3;
}
