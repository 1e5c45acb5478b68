using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Agencies;

/// <summary>An agency or service unit of a committee that was established.</summary>
internal sealed record EstablishPartyAgencyInput
{
    /// <summary>The organization whose committee it serves.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>What sort of agency it is.</summary>
    public required PartyAgencyKind Kind { get; init; }

    /// <summary>Its name (tên gọi), for instance <c>Ban Xây dựng Đảng</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The first day on which it works, not after today.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The decision that established it (quyết định thành lập).</summary>
    public required DecisionInput Decision { get; init; }
}

[MutationType]
internal static class EstablishPartyAgency
{
    /// <summary>
    /// Records that an agency or a service unit of a committee was established (lập cơ quan tham mưu, giúp việc, đơn vị sự nghiệp của cấp ủy; ORG-20), not more than the committee may have.
    /// </summary>
    [Requires(OrganizationsPermissions.ManageAgencies)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeDecision>]
    [Error<EffectiveDateIsBeforeEarlierChange>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    [Error<PartyAgenciesAreDecidedByTheProvince>]
    [Error<KindHasNoPartyAgencies>]
    [Error<PartyAgencyIsThereAlready>]
    [Error<CommitteeHasItsPartyAgencies>]
    public static Task<Result<PartyAgency>> EstablishPartyAgencyAsync(
        EstablishPartyAgencyInput input, PartyAgencyActs acts, CancellationToken cancellationToken) => acts.EstablishAsync(input, cancellationToken);
}
