using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;

namespace Modular.Organizations.Ending;

/// <summary>In which way an organization ends.</summary>
internal enum EndingManner
{
    /// <summary>Dissolved (giải thể).</summary>
    Dissolution,

    /// <summary>Disbanded as a disciplinary measure (giải tán).</summary>
    DisbandmentByDiscipline,

    /// <summary>Its activity ends with its unit or level (kết thúc hoạt động).</summary>
    EndOfActivity,
}

/// <summary>An organization to end, and the decision by which it ends.</summary>
internal sealed record DissolveOrganizationInput
{
    /// <summary>The organization. Nothing stands below it any more, and nobody is in it.</summary>
    [ID("Organization")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>In which way it ends.</summary>
    public EndingManner Manner { get; init; } = EndingManner.Dissolution;

    /// <summary>The first day on which it is no more (ngày có hiệu lực), not after today.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The decision to end it (quyết định giải thể, giải tán, kết thúc hoạt động).</summary>
    public required DecisionInput Decision { get; init; }
}

[MutationType]
internal static class DissolveOrganization
{
    /// <summary>
    /// Dissolves an organization (giải thể), disbands it (giải tán) or ends its activity (kết thúc hoạt động). Its committee's term and
    /// posts end with it; its code and its history stay.
    /// </summary>
    [Requires(OrganizationsPermissions.Dissolve)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeDecision>]
    [Error<EffectiveDateIsBeforeEarlierChange>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    [Error<OrganizationsBelowAreStillThere>]
    [Error<OrganizationIsNotEmpty>]
    public static Task<Result<Organization>> DissolveOrganizationAsync(
        DissolveOrganizationInput input, EndingAct ending, CancellationToken cancellationToken) =>
        ending.RunAsync(input, cancellationToken);
}
