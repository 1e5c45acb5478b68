using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Committees;

/// <summary>A post in a committee for a member.</summary>
internal sealed record AssignPostInput
{
    /// <summary>The term in which the post is taken up.</summary>
    [ID("CommitteeTerm")]
    public required Guid TermId { get; init; }

    /// <summary>The member who takes it up.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The post (chức vụ).</summary>
    public required CommitteePostKind Post { get; init; }

    /// <summary>How the member came to it.</summary>
    public required PostBasis Basis { get; init; }

    /// <summary>How many ballots were held for it (số lần bầu), at most three: where they give no secretary the superior appoints one (ORG-08).</summary>
    public int? Ballots { get; init; }

    /// <summary>The first day in the post, not after today.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The decision that approves or appoints (quyết định chuẩn y, chỉ định); needed where the post is appointed (ORG-08).</summary>
    public DecisionInput? Decision { get; init; }
}

[MutationType]
internal static class AssignPost
{
    /// <summary>Gives a member a post in a committee (phân công chức vụ cấp ủy).</summary>
    [Requires(OrganizationsPermissions.ManageCommittees)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeDecision>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    [Error<PostIsOutsideItsTerm>]
    [Error<AppointmentTakesADecision>]
    [Error<AfterThreeBallotsTheSuperiorAppoints>]
    [Error<PostIsTaken>]
    [Error<CommitteeIsFull>]
    [Error<StandingCommitteeIsFull>]
    [Error<CellHasNoCommittee>]
    [Error<MemberAlreadyHoldsAPost>]
    [Error<PostTakesAnOfficialMember>]
    [Error<MemberBelongsElsewhere>]
    public static Task<Result<CommitteePost>> AssignPostAsync(
        AssignPostInput input, PostAssignment assignment, CancellationToken cancellationToken) =>
        assignment.RunAsync(input, cancellationToken);
}
