using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Kinds;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;

namespace Modular.Organizations.Moving;

/// <summary>A new parent for an organization, and the decision by which it gets it.</summary>
internal sealed record MoveOrganizationInput
{
    /// <summary>The organization; all below it move with it.</summary>
    [ID("Organization")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The organization directly above from then on (cấp trên trực tiếp mới).</summary>
    [ID("Organization")]
    public required Guid ParentId { get; init; }

    /// <summary>
    /// The new code in the 208 scheme, where the present one does not begin with the new parent's. The codes of that scheme below
    /// follow: only their beginning changes.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>The first day under the new parent (ngày có hiệu lực), not after today.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The decision to move it (quyết định chuyển).</summary>
    public required DecisionInput Decision { get; init; }

    /// <summary>The prior written consent of the directly superior committee, where the kind takes one there (ORG-05, ORG-06).</summary>
    public DecisionInput? Consent { get; init; }
}

[MutationType]
internal static class MoveOrganization
{
    /// <summary>Moves an organization with all below it under another parent (chuyển tổ chức đảng trực thuộc).</summary>
    [Requires(OrganizationsPermissions.Move)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeDecision>]
    [Error<EffectiveDateIsBeforeEarlierChange>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    [Error<OrganizationCannotMoveBelowItself>]
    [Error<OrganizationIsAlreadyThere>]
    [Error<RootCannotBeMoved>]
    [Error<KindIsNotInForce>]
    [Error<KindIsNotAllowedBelowParent>]
    [Error<SubkindIsNotInForce>]
    [Error<ConsentOfSuperiorIsMissing>]
    [Error<ParentLacksSuperiorPowers>]
    [Error<HostUnitLacksLegalPersonality>]
    [Error<CodeHasWrongForm>]
    [Error<CodeWasGivenBefore>]
    [Error<CodeDoesNotBeginWithCodeOfSuperior>]
    [Error<NameIsTakenBelowTheSameParent>]
    public static Task<Result<Organization>> MoveOrganizationAsync(
        MoveOrganizationInput input, MovingAct moving, CancellationToken cancellationToken) =>
        moving.RunAsync(input, cancellationToken);
}
