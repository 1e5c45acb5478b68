using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Inspection;

/// <summary>A post in an inspection committee for a member.</summary>
internal sealed record AssignInspectionPostInput
{
    /// <summary>The inspection committee.</summary>
    [ID("InspectionCommittee")]
    public required Guid InspectionCommitteeId { get; init; }

    /// <summary>The member who takes it up; the chair is one of the committee's members.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The post (chức vụ).</summary>
    public required InspectionPostKind Post { get; init; }

    /// <summary>How the member came to it.</summary>
    public required PostBasis Basis { get; init; }

    /// <summary>The first day in the post, not after today.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The decision that approves or appoints (quyết định chuẩn y, chỉ định); needed where the post is appointed.</summary>
    public DecisionInput? Decision { get; init; }
}

[MutationType]
internal static class AssignInspectionPost
{
    /// <summary>Gives a member a post in an inspection committee (phân công chức vụ ủy ban kiểm tra; ORG-18).</summary>
    [Requires(OrganizationsPermissions.ManageCommittees)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeDecision>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    [Error<InspectionPostIsOutsideItsTerm>]
    [Error<InspectionAppointmentTakesADecision>]
    [Error<InspectionCommitteeHasAChair>]
    [Error<InspectionCommitteeIsFull>]
    [Error<MemberIsInTheInspectionCommittee>]
    [Error<ChairIsAMemberOfTheCommittee>]
    [Error<PostTakesAnOfficialMember>]
    [Error<MemberBelongsElsewhere>]
    public static Task<Result<InspectionPost>> AssignInspectionPostAsync(
        AssignInspectionPostInput input, InspectionAssignment assignment, CancellationToken cancellationToken) => assignment.RunAsync(input, cancellationToken);
}
