using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Agencies;

/// <summary>An agency or service unit of a committee that is no more.</summary>
internal sealed record ClosePartyAgencyInput
{
    /// <summary>The agency.</summary>
    [ID("PartyAgency")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The first day without it, not after today.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The decision that closed it (quyết định kết thúc hoạt động, giải thể).</summary>
    public required DecisionInput Decision { get; init; }
}

[MutationType]
internal static class ClosePartyAgency
{
    /// <summary>
    /// Records that an agency or a service unit of a committee was closed (kết thúc hoạt động cơ quan tham mưu, giúp việc, đơn vị sự nghiệp của cấp ủy). One that gets another name or task is closed, and the
    /// new one established.
    /// </summary>
    [Requires(OrganizationsPermissions.ManageAgencies)]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeDecision>]
    [Error<EndIsNotAfterBeginning>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    [Error<PartyAgenciesAreDecidedByTheProvince>]
    [Error<PartyAgencyIsClosed>]
    public static Task<Result<PartyAgency>> ClosePartyAgencyAsync(
        ClosePartyAgencyInput input, PartyAgencyActs acts, CancellationToken cancellationToken) => acts.CloseAsync(input, cancellationToken);
}
