using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Committees;

/// <summary>A term of an organization's committee that begins.</summary>
internal sealed record OpenCommitteeTermInput
{
    /// <summary>The organization.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>The number of the term (nhiệm kỳ), for instance <c>2025-2030</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The first day of the term, not after today. The term before it ends then, with its posts.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The planned last day; the regular length of the kind's terms where it is left out (ORG-10).</summary>
    public DateOnly? PlannedTo { get; init; }

    /// <summary>The date of the congress (ngày đại hội); none where the committee was appointed.</summary>
    public DateOnly? CongressOn { get; init; }

    /// <summary>Whether the committee is appointed and not elected (chỉ định; ORG-11).</summary>
    public bool IsAppointed { get; init; }

    /// <summary>How many members the committee has (số lượng cấp ủy viên); 0 for a cell without a committee.</summary>
    public required int CommitteeSize { get; init; }

    /// <summary>How many of them form the standing committee (ban thường vụ); 0 where there is none.</summary>
    public int StandingSize { get; init; }

    /// <summary>The decision that approves or appoints the committee (quyết định chuẩn y, chỉ định); needed where it is appointed (ORG-11).</summary>
    public DecisionInput? Decision { get; init; }
}

[MutationType]
internal static class OpenCommitteeTerm
{
    /// <summary>Opens a term of an organization's committee (mở nhiệm kỳ cấp ủy); the term before it ends.</summary>
    [Requires(OrganizationsPermissions.ManageCommittees)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<KindHasNoCommittee>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeDecision>]
    [Error<EffectiveDateIsBeforeEarlierChange>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    [Error<EndIsNotAfterBeginning>]
    [Error<TermIsTooLong>]
    [Error<TermNumberIsTaken>]
    [Error<AppointmentTakesADecision>]
    [Error<CellIsTooSmallForACommittee>]
    [Error<CellCommitteeIsTooLarge>]
    [Error<CommitteeIsTooSmallForAStandingCommittee>]
    [Error<StandingCommitteeIsTooLarge>]
    public static Task<Result<CommitteeTerm>> OpenCommitteeTermAsync(
        OpenCommitteeTermInput input, TermOpening opening, CancellationToken cancellationToken) =>
        opening.RunAsync(input, cancellationToken);
}
