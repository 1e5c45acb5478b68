using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.Proposals;

namespace Modular.Members.SupplementSlips;

/// <summary>A yearly supplement slip (phiếu bổ sung hồ sơ đảng viên, 3-HSĐV), MEM-03: what changed for a member in a year, or that nothing did.</summary>
internal sealed class SupplementSlip : MemberProposal
{
    /// <summary>The year of which it tells.</summary>
    public int Year { get; init; }

    /// <summary>Whether the member made it, rather than the cell for the member.</summary>
    public bool IsByMember { get; init; }

    /// <summary>What there is to say beside the changes.</summary>
    public string? Remark { get; init; }
}

/// <summary>When supplement slips are due (MEM-03). The yearly cycle is known, the days are not fixed by an instrument at hand.</summary>
internal sealed record SupplementSlipPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.supplement-slips";

    /// <inheritdoc />
    public static RuleReference Source => Rules.SupplementSlips;

    /// <summary>The first year of which slips are asked for here; those of earlier years are on paper.</summary>
    public int FirstYear { get; init; } = 2027;

    /// <summary>How many days before the end of the year slips that are missing come up.</summary>
    public int NoticeDays { get; init; } = 60;

    /// <summary>How many working days after the end of the year all slips are in.</summary>
    public int GraceWorkingDays { get; init; } = 10;

    /// <summary>How many days before the last day it is called to mind.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];
}

internal sealed class SupplementSlipType : EntityType<SupplementSlip, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<SupplementSlip> slip)
    {
        slip.Name("SupplementSlip");
        slip.Describe("A yearly supplement slip (phiếu bổ sung hồ sơ đảng viên, 3-HSĐV).");
        MemberProposalType.Define(slip);
        slip.Field(s => s.Year, DataClass.Basic);
        slip.Field(s => s.IsByMember, DataClass.Basic);
        slip.Field(s => s.Remark, DataClass.Sensitive).Requires(Contracts.MembersPermissions.ReadSensitive);
        slip.Filter(s => s.Year);
        slip.Sortable("YEAR", s => s.Year);
    }
}

internal sealed class SupplementSlipQueries : QueryFields
{
    protected override void Define(QueryBuilder query) => query.Connection<SupplementSlip>(
        "supplementSlips", "The yearly supplement slips (phiếu bổ sung hồ sơ) that came in, the oldest first; `where: {state: {eq: SUBMITTED}}` lists those to be decided on.");
}
