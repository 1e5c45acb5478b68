using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;

namespace Modular.Organizations.Renaming;

/// <summary>A new name for an organization, and the decision by which it gets it.</summary>
internal sealed record RenameOrganizationInput
{
    /// <summary>The organization.</summary>
    [ID("Organization")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The new official name (tên gọi mới).</summary>
    public required string Name { get; init; }

    /// <summary>The new short name (tên viết tắt); none where it is left out.</summary>
    public string? ShortName { get; init; }

    /// <summary>The first day of the new name (ngày có hiệu lực), not after today.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The decision to rename it (quyết định đổi tên).</summary>
    public required DecisionInput Decision { get; init; }
}

[MutationType]
internal static class RenameOrganization
{
    /// <summary>Renames an organization (đổi tên tổ chức đảng). Code and place stay; the old name stays true for its time.</summary>
    [Requires(OrganizationsPermissions.Rename)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeDecision>]
    [Error<EffectiveDateIsBeforeEarlierChange>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    [Error<NameIsTakenBelowTheSameParent>]
    [Error<NameIsTheSame>]
    public static Task<Result<Organization>> RenameOrganizationAsync(
        RenameOrganizationInput input, RenamingAct renaming, CancellationToken cancellationToken) =>
        renaming.RunAsync(input, cancellationToken);
}
